import Glibc
import Typeset

/// Text to standard output, unbuffered.
enum StandardOutput {
  /// Nothing more can be written.
  struct Closed: Error {
    /// EPIPE where the reader has gone away.
    let errorNumber: Int32

    /// Says why, unless it is only that the reader has seen enough.
    func report() -> ExitStatus {
      guard errorNumber != EPIPE else { return .success }
      let reason = String(cString: strerror(errorNumber))
      StandardError.write("weir: cannot write to standard output: \(reason)")
      return .failure
    }
  }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Sees to it that something can be written, before anything is asked for it.
  ///
  /// - Throws: An exit code, once what is wrong is said.
  static func check() throws {
    let flags = fcntl(STDOUT_FILENO, F_GETFL)
    guard flags < 0 || flags & O_ACCMODE == O_RDONLY else { return }
    throw Closed(errorNumber: EBADF).report().code
  }

  /// Blocks while the reader is slow.
  static func write(_ text: String) throws(Closed) {
    var text = text
    let errorNumber = text.withUTF8 { bytes -> Int32 in
      var rest = UnsafeRawBufferPointer(bytes)[...]
      while !rest.isEmpty {
        let count = Glibc.write(STDOUT_FILENO, rest.withUnsafeBytes(\.baseAddress), rest.count)
        guard count > 0 || errno == EINTR || Self.waitedUntilWritable() else { return errno }
        rest = rest.dropFirst(max(count, 0))
      }
      return 0
    }
    guard errorNumber == 0 else { throw Closed(errorNumber: errorNumber) }
  }

  /// Writes a line for people or programs, whose end is added; a terminal is shown what is hidden in it.
  ///
  /// - Throws: An exit code, once what is wrong is said: success where the reader has gone away.
  static func say(_ line: String) throws { try write(shown: line + "\n") }

  /// As ``say(_:)``, without a line end of its own.
  static func write(shown text: String) throws {
    let shown = isTerminal ? Sanitizer.visible(text) : text
    do throws(Closed) { try write(shown) } catch { throw error.report().code }
  }

  /// Whether the last write only found a non-blocking descriptor full.
  private static func waitedUntilWritable() -> Bool {
    guard errno == EAGAIN else { return false }
    var polled = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
    return poll(&polled, 1, -1) == 1 && Int32(polled.revents) & POLLOUT != 0
  }
}
