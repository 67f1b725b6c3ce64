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

  /// Replaces what is at the path, once the new page, which comes piece by piece, is whole; a new page is its owner's only, one that
  /// takes another's place may be read by whoever could read that.
  static func write(to path: String, _ content: ((String) -> Void) -> Void) throws(UsageProblem) {
    let temporary = temporary(for: path)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw problem(path, errno) }
    var failure: Int32?
    content { text in
      if failure == nil { failure = append(text, to: descriptor) }
    }
    var before = stat()
    if failure == nil, stat(path, &before) == 0, fchmod(descriptor, before.st_mode & 0o777) != 0 {
      failure = errno
    }
    if close(descriptor) != 0, failure == nil { failure = errno }
    if failure == nil, rename(temporary, path) != 0 { failure = errno }
    if let failure {
      unlink(temporary)
      throw problem(path, failure)
    }
  }

  /// - Returns: Why it cannot be written.
  private static func append(_ text: String, to descriptor: Int32) -> Int32? {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return errno }
      rest = rest.dropFirst(count)
    }
    return nil
  }

  private static func problem(_ path: String, _ reason: Int32) -> UsageProblem {
    UsageProblem("cannot write \(path): \(String(cString: strerror(reason)))")
  }
}
