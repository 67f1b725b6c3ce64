import Glibc

/// A moment on the monotonic clock (`CLOCK_MONOTONIC`), in nanoseconds since an arbitrary start.
package struct MonotonicTime: Sendable, Hashable, Comparable {
  package var nanoseconds: UInt64

  package init(nanoseconds: UInt64) {
    self.nanoseconds = nanoseconds
  }

  /// The present moment; time that the machine sleeps does not count.
  package static func now() -> MonotonicTime {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return MonotonicTime(
      nanoseconds: UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    )
  }

  /// Seconds from `earlier` to this moment; negative when it is later.
  package func seconds(since earlier: MonotonicTime) -> Double {
    Double(Int64(bitPattern: nanoseconds &- earlier.nanoseconds)) / 1e9
  }

  /// Milliseconds from `earlier` to this moment; negative when it is later.
  package func milliseconds(since earlier: MonotonicTime) -> Double {
    seconds(since: earlier) * 1_000
  }

  /// The moment this many milliseconds later.
  package func adding(milliseconds: Double) -> MonotonicTime {
    MonotonicTime(nanoseconds: nanoseconds &+ UInt64(max(0, milliseconds) * 1e6))
  }

  /// The same moment on a clock that stood at 0 at `start`; what was earlier is 0.
  package func counted(from start: MonotonicTime) -> MonotonicTime {
    MonotonicTime(
      nanoseconds: nanoseconds >= start.nanoseconds ? nanoseconds - start.nanoseconds : 0
    )
  }

  package static func < (left: Self, right: Self) -> Bool { left.nanoseconds < right.nanoseconds }
}
