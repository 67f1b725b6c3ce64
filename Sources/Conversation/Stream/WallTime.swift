import Glibc

/// A moment on the calendar's clock, in milliseconds since 1970-01-01 00:00 UTC; the machine's clock may be set
/// back, so it orders and dates, and measures nothing.
package struct WallTime: Sendable, Hashable, Comparable {
  package var milliseconds: Int64

  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  package static func now() -> WallTime {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return WallTime(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// The moment this many milliseconds later.
  package func adding(milliseconds: Int64) -> WallTime {
    WallTime(milliseconds: self.milliseconds &+ milliseconds)
  }

  package static func < (left: Self, right: Self) -> Bool {
    left.milliseconds < right.milliseconds
  }
}
