import Conversation
import Testing

@testable import Measuring

@Suite struct RequestFiguresTests {
  private static func time(_ milliseconds: Double) -> MonotonicTime {
    MonotonicTime(nanoseconds: UInt64((1_000 + milliseconds) * 1e6))
  }

  /// A reply that was asked for at 0, sent at 10, and whose deltas came at these moments.
  static func reply(_ moments: [Double], ended: Double, tokens: Int? = nil) -> Reply {
    let preset = Preset(name: "p", endpoint: Endpoint(name: "e", url: "http://e/v1"), model: "m")
    var reply = Reply(preset: preset, request: RequestID(1), started: time(0))
    reply.sent = time(10)
    reply.firstDelta = moments.first.map(time)
    reply.marks = moments.map {
      Reply.Mark(Delta.Mark(time: time($0), lengthInBytes: 1), of: .content)
    }
    reply.ended = time(ended)
    reply.ending = .finished(reason: "stop")
    if let tokens { reply.usage = Usage(promptTokens: 7, completionTokens: tokens) }
    return reply
  }

  @Test func agreesWithAPlainCalculationOverTheMarks() {
    let figures = RequestFigures(of: Self.reply([50, 60, 90], ended: 100, tokens: 9), timesSent: 1)
    #expect(figures.outcome == .whole)
    #expect(figures.ttft == 40)
    #expect(figures.gaps == [10, 30])
    #expect(figures.meanGap == 20)
    #expect(figures.endToEnd == 90)
    #expect(figures.timePerToken == 5)
    #expect(figures.tokensPerSecond == 200)
    #expect([figures.tokens, figures.promptTokens] == [9, 7])
    #expect(figures.counting == .server)
  }

  @Test func countsDeltasWhereTheServerDoesNot() {
    let figures = RequestFigures(of: Self.reply([50, 60, 90], ended: 100), timesSent: 1)
    #expect(figures.tokens == 3)
    #expect(figures.counting == .deltas)
    #expect(figures.timePerToken == 20)
  }

  @Test("has no time for a token where there is none", arguments: [[], [50], [50, 50]])
  func hasNone(moments: [Double]) {
    #expect(RequestFigures(of: Self.reply(moments, ended: 60), timesSent: 1).timePerToken == nil)
  }

  @Test func tellsTheOutcomesApart() {
    var reply = Self.reply([50], ended: 60)
    #expect(RequestFigures(of: reply, timesSent: 2).outcome == .repeated)
    reply.ending = .incomplete
    #expect(RequestFigures(of: reply, timesSent: 1).outcome == .incomplete)
    let error = ReplyError(kind: .api, source: "e", problem: "no")
    reply.ending = .failed(error)
    #expect(RequestFigures(of: reply, timesSent: 2).outcome == .failed(error))
  }
}

@Suite struct BenchTallyTests {
  @Test func failuresAreCountedAndInNoFigure() throws {
    var tally = BenchTally()
    var failed = RequestFiguresTests.reply([50], ended: 5_000)
    failed.ending = .failed(
      ReplyError(kind: .transport, source: "e", problem: "late", isTimeLimit: true)
    )
    let whole = RequestFiguresTests.reply([50, 60], ended: 110, tokens: 2)
    for reply in [failed, failed, whole] {
      tally.count(RequestFigures(of: reply, timesSent: 1))
    }
    tally.count(RequestFigures(of: whole, timesSent: 2))
    #expect([tally.requests, tally.whole, tally.errors, tally.repeated] == [4, 1, 2, 1])
    #expect(tally.timeLimits == 2)
    #expect(tally.failures == [.transport: 2])
    #expect(tally.problems.map(\.sentence) == ["transport: e: late"])
    #expect(tally.problems.map(\.count) == [2])
    #expect(tally.samples[.ttft] == [40])
    #expect(tally.tokens == 2)
    // From 10 to 5,000: what failed takes its time, too.
    #expect(tally.seconds == 4.99)
    #expect(try #require(tally.tokensPerSecond).value == 2 / 4.99)
    #expect(try #require(tally.requestsPerSecond).value == 1 / 4.99)
  }

  @Test func aServerThatCountsWithoutReasonBreaksNothing() {
    var tally = BenchTally()
    for tokens in [Int.max, Int.max, -5] {
      let reply = RequestFiguresTests.reply([50, 60], ended: 110, tokens: tokens)
      tally.count(RequestFigures(of: reply, timesSent: 1))
    }
    #expect(tally.whole == 3)
  }

  @Test func evenRequestsMakeNarrowRates() throws {
    var tally = BenchTally()
    for _ in 0..<5 {
      let reply = RequestFiguresTests.reply([50, 60], ended: 110, tokens: 10)
      tally.count(RequestFigures(of: reply, timesSent: 1))
    }
    let rate = try #require(tally.tokensPerSecond)
    #expect(rate.value == 500)
    #expect(rate.interval == 500...500)
    #expect(tally.meanConcurrency == 5)
  }
}

@Suite struct BenchChangeTests {
  private let load = BenchLoad(preset: "p", concurrency: 1)

  @Test func tellsAChangeFromNoise() {
    let noisy: [Double] = [10, 12, 9, 11, 13, 8, 10.5, 11.5, 9.5, 12.5]
    let changes = BenchChange.all(
      from: [load: [.ttft: noisy, .endToEnd: noisy]],
      to: [(load, [.ttft: noisy.map { $0 * 2 }, .endToEnd: noisy.map { $0 + 0.1 }, .gap: [1]])]
    )
    #expect(changes.map(\.figure) == [.ttft, .endToEnd])
    #expect(changes.map(\.isMoreThanNoise) == [true, false])
    #expect(changes[0].before == 10.5)
    #expect(changes[0].now == 21)
    #expect(changes[0].part == 1)
    #expect(changes[0].adjustedP == 2 * changes[0].test.p)
  }

  @Test func comparesOnlyTheSameLoads() {
    let other = BenchLoad(preset: "p", concurrency: 2)
    #expect(BenchChange.all(from: [other: [.ttft: [1]]], to: [(load, [.ttft: [1]])]) == [])
  }
}
