import Glibc

/// The path of a page that is to be written at the end, looked at before anything is asked.
enum PagePlace {
  /// Refuses a path where no page can be written, or where one would take the place of something else of the comparison.
  static func check(_ path: String, besides others: [String]) throws(UsageProblem) {
    var info = stat()
    if stat(path, &info) == 0 {
      guard info.st_mode & S_IFMT == S_IFREG else {
        throw UsageProblem("--html \(path): that is a directory, a device or a pipe, and no file")
      }
      for other in others {
        var known = stat()
        guard stat(other, &known) == 0 else { continue }
        if (known.st_dev, known.st_ino) == (info.st_dev, info.st_ino) {
          throw UsageProblem(
            "--html \(path) would overwrite \(other); give the page a name of its own"
          )
        }
      }
    }
    if others.contains(path) {
      throw UsageProblem("--html \(path) would overwrite \(path); give the page a name of its own")
    }
    let trial = temporary(for: path)
    let descriptor = open(trial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw UsageProblem("cannot write \(path): \(String(cString: strerror(errno)))")
    }
    close(descriptor)
    unlink(trial)
  }

  /// Where the page is written until it is whole.
  static func temporary(for path: String) -> String { "\(path).weir-\(getpid())" }
}
