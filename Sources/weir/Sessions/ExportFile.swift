import Glibc

/// Where an export goes: a new file, 0600, or standard output.
///
/// A file that could not be written whole is taken away again. A terminal is shown what is hidden in the text.
final class ExportFile {
  private let path: String?
  private let descriptor: Int32
  /// Whether the file is this one's own making and not finished.
  private var isPartial = false

  /// - Parameter path: `nil` for standard output.
  /// - Throws: An exit code, once what is wrong with the path is said.
  init(path: String?) throws {
    self.path = path
    guard let path else {
      descriptor = STDOUT_FILENO
      return
    }
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let reason =
        errno == EEXIST ? "there is a file already; name another" : String(cString: strerror(errno))
      StandardError.write("weir: \(path): \(reason)")
      throw ExitStatus.failure.code
    }
    isPartial = true
  }

  // Runs for an initialiser that throws, too: a file that was there is not touched.
  deinit {
    guard let path, descriptor >= 0 else { return }
    close(descriptor)
    if isPartial { unlink(path) }
  }

  func write(_ text: String) throws {
    guard let path else { return try StandardOutput.write(shown: text) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        StandardError.write("weir: \(path): \(String(cString: strerror(errno)))")
        throw ExitStatus.failure.code
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Everything was written.
  func finish() {
    isPartial = false
  }
}
