import Conversation
import Testing

@testable import weir

@Suite struct FramePacerTests {
  private static func moment(_ milliseconds: Double) -> MonotonicTime {
    MonotonicTime(nanoseconds: 1_000_000_000).adding(milliseconds: milliseconds)
  }

  @Test func allowsTwoFramesInARowAfterARest() {
    var pacer = FramePacer(intervalMilliseconds: 16)
    pacer.painted(at: Self.moment(0))
    #expect(pacer.next == Self.moment(0))
    pacer.painted(at: Self.moment(1))
    #expect(pacer.next == Self.moment(16))
  }

  @Test func showsTokensAtOnceThatComeAtUnevenDistances() {
    var pacer = FramePacer(intervalMilliseconds: 16)
    for time in [0.0, 20, 33, 60, 71, 100] {
      #expect(pacer.next <= Self.moment(time))
      pacer.painted(at: Self.moment(time))
    }
  }

  @Test func paintsNoMoreThanOneFrameAnIntervalInTheLongRun() {
    var pacer = FramePacer(intervalMilliseconds: 16)
    var frames = 0
    for time in 0..<1_000 where pacer.next <= Self.moment(Double(time)) {
      pacer.painted(at: Self.moment(Double(time)))
      frames += 1
    }
    #expect((62...64).contains(frames))
  }
}
