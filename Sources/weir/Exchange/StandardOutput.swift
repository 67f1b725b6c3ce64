import Glibc

/// Text to standard output, unbuffered.
enum StandardOutput {
  /// The reader has gone away.
  struct Closed: Error {}

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Blocks while the reader is slow.
  static func write(_ text: String) throws(Closed) {
    var text = text
    let isWritten = text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)[...]
      while !rest.isEmpty {
        let count = Glibc.write(STDOUT_FILENO, rest.withUnsafeBytes(\.baseAddress), rest.count)
        guard count > 0 || errno == EINTR || Self.waitedUntilWritable() else { return false }
        rest = rest.dropFirst(max(count, 0))
      }
      return true
    }
    guard isWritten else { throw Closed() }
  }

  /// Whether the last write only found a non-blocking descriptor full.
  private static func waitedUntilWritable() -> Bool {
    guard errno == EAGAIN else { return false }
    var polled = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
    return poll(&polled, 1, -1) == 1 && Int32(polled.revents) & POLLOUT != 0
  }
}
