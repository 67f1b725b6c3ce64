import Glibc

/// Lets one thread wait until another rings; a ring before the wait is not lost.
///
/// A class because it owns a pipe.
final class Doorbell: Sendable {
  private let reader: Int32
  private let writer: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    let result = socketpair(AF_UNIX, kind, 0, &ends)
    precondition(result == 0, "no descriptor is left")
    (reader, writer) = (ends[0], ends[1])
  }

  deinit {
    close(reader)
    close(writer)
  }

  /// Never blocks: a full socket holds rings enough.
  func ring() {
    var byte: UInt8 = 1
    send(writer, &byte, 1, Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL))
  }

  func wait() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while recv(reader, &bytes, bytes.count, 0) < 0, errno == EINTR {}
  }
}
