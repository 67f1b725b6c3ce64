import Glibc
import Workbench

/// The tty itself: raw bytes in and out, its modes and its size.
///
/// A class since it owns a descriptor: an open file description of its own, so that non-blocking
/// reading and writing are nobody else's business (O_NONBLOCK on fd 0 would be shared with fd 1 and
/// with the shell).
@MainActor final class TerminalDevice {
  let descriptor: Int32
  /// The modes before weir, put back at the end.
  let savedModes: termios
  /// Bytes that the terminal has not taken yet.
  private var pending: [UInt8] = []

  init() throws(TerminalError) {
    guard isatty(STDOUT_FILENO) == 1 else { throw .noTerminal }
    let flags = O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    var descriptor = open("/dev/tty", flags)
    if descriptor < 0 { descriptor = open("/proc/self/fd/1", flags) }
    guard descriptor >= 0 else { throw .noTerminal }
    var modes = termios()
    guard tcgetattr(descriptor, &modes) == 0 else {
      close(descriptor)
      throw .noTerminal
    }
    self.descriptor = descriptor
    savedModes = modes
  }

  var hasPending: Bool { !pending.isEmpty }

  /// From 1x1; a terminal that does not know its size counts as 24x80.
  var size: ScreenSize {
    var window = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0
    else { return ScreenSize(rows: 24, columns: 80) }
    return ScreenSize(rows: min(Int(window.ws_row), 1_000), columns: min(Int(window.ws_col), 1_000))
  }

  func makeRaw() {
    var modes = savedModes
    cfmakeraw(&modes)
    modes.c_iflag &= ~tcflag_t(IXON | IXOFF | ICRNL | INLCR)
    // ncurses ends lines by itself, and its lines may end in the last column.
    modes.c_oflag &= ~tcflag_t(OPOST)
    tcsetattr(descriptor, TCSANOW, &modes)
  }

  func restoreModes() {
    var modes = savedModes
    tcsetattr(descriptor, TCSANOW, &modes)
  }

  /// The terminal takes bytes now.
  func isWritable() -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return poll(&waiting, 1, 0) == 1 && waiting.revents & Int16(POLLOUT) != 0
  }

  /// Sends what the terminal takes without waiting, and keeps the rest for `flush()`.
  func write(_ bytes: [UInt8]) {
    pending.append(contentsOf: bytes)
    flush()
  }

  func write(_ text: String) { write(Array(text.utf8)) }

  /// Goes on with what the terminal had not taken.
  func flush() {
    guard hasPending else { return }
    var sent = 0
    while sent < pending.count {
      let count = pending.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + sent }, $0.count - sent)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno != EAGAIN { sent = pending.count }  // gone; reading will say so
      guard count > 0 else { break }
      sent += count
    }
    pending.removeFirst(sent)
  }

  /// For the last words: waits, a second at most, for a terminal that is slow; drops what was pending.
  func writeAtLast(_ text: String) {
    pending = Array(text.utf8)
    for _ in 0..<10 where hasPending {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&waiting, 1, 100)
      flush()
    }
    pending = []
  }

  /// Reads what is there.
  ///
  /// - Returns: The number of bytes, 0 when there is nothing, `nil` when the terminal is gone.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count > 0 { return count }
      if count < 0, errno == EINTR { continue }
      return count < 0 && errno == EAGAIN ? 0 : nil
    }
  }
}
