import Glibc

/// A descriptor that becomes readable when any thread raises it: the reading end of a pipe.
///
/// A class because it owns both ends.
final class WakeSignal: Sendable {
  let descriptor: Int32
  private let raisingEnd: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    let result = pipe(&ends)
    precondition(result == 0, "a process that has just started has descriptors left")
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    descriptor = ends[0]
    raisingEnd = ends[1]
  }

  deinit {
    close(descriptor)
    close(raisingEnd)
  }

  /// A full pipe is raised already.
  func raise() {
    var byte: UInt8 = 1
    _ = write(raisingEnd, &byte, 1)
  }

  func clear() {
    var bytes = [UInt8](repeating: 0, count: 256)
    while read(descriptor, &bytes, bytes.count) == bytes.count {}
  }
}
