import Conversation
import Testing

@testable import Measuring

@Suite struct StreamMeterTests {
  @Test func countsDeltasAndBytes() {
    let meter = StreamMeter(marksAt: [0, 0, 10], lengthInBytes: 3)
    #expect(meter.deltaCount == 3)
    #expect(meter.byteCount == 9)
    #expect(meter.first == moment(0))
    #expect(meter.last == moment(10))
  }

  @Test func measuresGapsAndCountsSharedReadsAsZero() {
    let meter = StreamMeter(marksAt: [0, 0, 0, 40])
    #expect(meter.gapMilliseconds(percentile: 0.5) == 0)
    #expect(meter.longestGapMilliseconds == 40)
    #expect(StreamMeter(marksAt: [0]).longestGapMilliseconds == nil)
  }

  @Test func takesAClockThatStepsBackAsNoGap() {
    let meter = StreamMeter(marksAt: [100, 50, 100])
    #expect(meter.longestGapMilliseconds == 0)
    #expect(meter.last == moment(100))
  }

  @Test(
    "rates the last two seconds",
    arguments: [
      ([0], 100, nil), ([0, 0], 0, nil), ([0, 100, 200], 200, 10), ([0, 100, 200], 400, 5),
      (Array(stride(from: 0, through: 4_000, by: 10)), 4_000, 100), ([0, 100], 5_000, 0),
    ] as [([Double], Double, Double?)]
  )
  func ratesAWindow(marks: [Double], now: Double, rate: Double?) throws {
    let seen = StreamMeter(marksAt: marks).deltasPerSecond(at: moment(now))
    guard let rate else {
      #expect(seen == nil)
      return
    }
    #expect(abs(try #require(seen) - rate) <= rate * 0.01)
  }

  @Test func ratesTheWholeStream() {
    let meter = StreamMeter(marksAt: [500, 750, 1_000, 2_500])
    #expect(meter.meanDeltasPerSecond == 1.5)
    #expect(meter.decodeRate(completionTokens: 21) == 10)
    #expect(meter.decodeRate(completionTokens: 1) == nil)
    #expect(StreamMeter(marksAt: [1, 1]).meanDeltasPerSecond == nil)
  }

  @Test func givesASeriesOfWholeSlots() {
    let meter = StreamMeter(marksAt: [0, 10, 260, 800, 1_000])
    #expect(meter.series(at: moment(1_249)) == [8, 4, 0, 4])
    #expect(meter.series(at: moment(1_750)) == [8, 4, 0, 4, 4, 0, 0])
    #expect(meter.series(at: moment(100)) == [])
  }

  @Test func keepsTheLastSixtySlots() {
    let meter = StreamMeter(marksAt: stride(from: 0.0, to: 50_000, by: 125))
    #expect(meter.series(at: moment(50_000)) == Array(repeating: 8, count: 60))
    #expect(
      meter.series(at: moment(64_000)) == Array(repeating: 8, count: 4)
        + Array(repeating: 0, count: 56)
    )
    #expect(meter.series(at: moment(1e9)) == Array(repeating: 0, count: 60))
  }

  @Test(
    "counts a gap as a stall when it is over a second and ten times the middle gap",
    arguments: [
      ([0, 1_001], 1), ([0, 1_000], 0), ([0, 100, 1_200], 1), ([0, 200, 400, 2_300], 0),
      ([0, 200, 400, 2_500], 1),
      ([0, 1_500, 3_000, 4_500], 1),
    ] as [([Double], Int)]
  )
  func countsStalls(marks: [Double], stalls: Int) {
    #expect(StreamMeter(marksAt: marks).stallCount == stalls)
  }

  @Test func seesAStallWhileItLasts() {
    let meter = StreamMeter(marksAt: [0, 10])
    #expect(meter.stall(at: moment(1_010)) == nil)
    #expect(meter.stall(at: moment(1_011))?.rounded() == 1_001)
    #expect(StreamMeter().stall(at: moment(5_000)) == nil)
  }
}

extension StreamMeter {
  fileprivate init(marksAt milliseconds: some Sequence<Double>, lengthInBytes: Int = 1) {
    self.init()
    record(contentsOf: milliseconds.map { .init(time: moment($0), lengthInBytes: lengthInBytes) })
  }
}

/// A moment some milliseconds after an arbitrary start.
func moment(_ milliseconds: Double) -> MonotonicTime {
  MonotonicTime(nanoseconds: 7_000_000_000_000).adding(milliseconds: milliseconds)
}
