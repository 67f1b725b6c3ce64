import Glibc

/// Wakes the main loop's `poll` from any thread: a pipe, open as long as this value's owner.
///
/// Both ends never block: a pipe that is full of wakes is awake enough.
final class WakeDescriptor: Sendable {
  /// Readable while a wake is pending.
  let descriptor: Int32
  private let writeEnd: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    descriptor = ends[0]
    writeEnd = ends[1]
  }

  deinit {
    close(descriptor)
    close(writeEnd)
  }

  func wake() {
    var byte: UInt8 = 1
    write(writeEnd, &byte, 1)
  }

  /// Takes the pending wakes; of more than 64 the rest wakes once more.
  func clear() {
    withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { bytes in
      _ = read(descriptor, bytes.baseAddress, bytes.count)
    }
  }
}
