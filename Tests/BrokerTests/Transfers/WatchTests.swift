import Conversation
import Testing

@testable import Broker

@Suite struct WatchTests {
  private static func time(_ milliseconds: UInt64) -> MonotonicTime {
    MonotonicTime(nanoseconds: milliseconds * 1_000_000)
  }

  private static func watch(_ change: (inout TimeLimits) -> Void = { _ in }) -> Watch {
    var limits = TimeLimits()
    change(&limits)
    return Watch(limits: limits, started: time(1_000))
  }

  private static func expect(
    _ watch: Watch,
    _ end: Watch.End?,
    at milliseconds: UInt64 = 0,
    _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(watch.deadline?.end == end, sourceLocation: location)
    #expect(watch.deadline?.time == end.map { _ in time(milliseconds) }, sourceLocation: location)
  }

  @Test func waitsForNothingWhileThereIsNoConnection() {
    Self.expect(Self.watch(), nil)
  }

  @Test func limitsTheConnection() {
    var watch = Self.watch()
    watch.noteConnecting(at: Self.time(2_000))
    Self.expect(watch, .limit(.connect), at: 12_000)
  }

  @Test func limitsSilenceFromTheLastByte() {
    var watch = Self.watch()
    watch.noteConnecting(at: Self.time(2_000))
    watch.noteSent(at: Self.time(3_000))
    Self.expect(watch, .limit(.silence), at: 63_000)
    watch.noteBytes(at: Self.time(5_000))
    Self.expect(watch, .limit(.silence), at: 65_000)
  }

  @Test func limitsTheFirstDeltaUntilItCame() {
    var watch = Self.watch { $0.firstDeltaMilliseconds = 1_000 }
    watch.noteSent(at: Self.time(3_000))
    watch.noteBytes(at: Self.time(3_500))
    Self.expect(watch, .limit(.firstDelta), at: 4_000)
    watch.noteText()
    Self.expect(watch, .limit(.silence), at: 63_500)
  }

  @Test func limitsTheWholeFromItsBeginning() {
    var watch = Self.watch { $0.totalMilliseconds = 4_000 }
    Self.expect(watch, .limit(.total), at: 5_000)
    watch.noteSent(at: Self.time(3_000))
    watch.pause()
    Self.expect(watch, .limit(.total), at: 5_000)
  }

  @Test func limitsNothingThatIsTurnedOff() {
    var watch = Self.watch {
      $0.connectMilliseconds = 0
      $0.silenceMilliseconds = 0
    }
    watch.noteConnecting(at: Self.time(2_000))
    Self.expect(watch, nil)
    watch.noteSent(at: Self.time(3_000))
    Self.expect(watch, nil)
  }

  @Test func waitsFiveSecondsForFiguresAfterTheFinish() {
    var watch = Self.watch()
    watch.noteSent(at: Self.time(3_000))
    watch.noteBytes(at: Self.time(4_000))
    watch.noteFinishing()
    Self.expect(watch, .finished, at: 9_000)
  }

  @Test func leavesOutTheTimeInWhichTheProgramStoodStill() {
    var watch = Self.watch { $0.totalMilliseconds = 100_000 }
    watch.noteSent(at: Self.time(3_000))
    watch.shift(byNanoseconds: 10_000_000_000, since: Self.time(4_000))
    Self.expect(watch, .limit(.silence), at: 73_000)
    watch.noteBytes(at: Self.time(90_000))
    Self.expect(watch, .limit(.total), at: 111_000)
  }

  @Test func leavesWhatCameAfterTheStopAsItIs() {
    var watch = Self.watch()
    watch.noteSent(at: Self.time(3_000))
    watch.noteBytes(at: Self.time(20_000))
    watch.shift(byNanoseconds: 10_000_000_000, since: Self.time(4_000))
    Self.expect(watch, .limit(.silence), at: 80_000)
  }
}
