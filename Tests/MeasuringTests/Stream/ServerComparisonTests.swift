import Conversation
import Testing

@testable import Measuring

@Suite struct ServerComparisonTests {
  private static func row(_ ours: Double?) -> ServerComparison {
    var row = ServerComparison(name: "n", unit: .count)
    row.ours = ours
    return row
  }

  @Test(
    "marks what is more than 5 % apart",
    arguments: [
      (100.0, 100.0, false), (100, 105, false), (100, 106, true), (105, 100, false), (0, 0, false),
      (0, 1, true), (100, .infinity, false),
    ]
  )
  func marks(ours: Double, theirs: Double, differs: Bool) {
    #expect(Self.row(ours).differs(theirs) == differs)
  }

  @Test func marksNothingThatOneSideDoesNotKnow() {
    #expect(!Self.row(nil).differs(4))
    #expect(!Self.row(4).differs(nil))
  }

  @Test func putsOursBesideTheServers() {
    let start = MonotonicTime(nanoseconds: 1_000_000_000)
    let preset = Preset(name: "p", endpoint: Endpoint(name: "e", url: "http://h"), model: "m")
    var reply = Reply(preset: preset, request: RequestID(1), started: start)
    reply.sent = start
    reply.marks = [100, 200, 300].map {
      let mark = Delta.Mark(time: start.adding(milliseconds: $0), lengthInBytes: 1)
      return Reply.Mark(mark, of: .content)
    }
    reply.firstDelta = reply.marks[0].time
    reply.usage = Usage(promptTokens: 7, completionTokens: 5)
    reply.serverTimings = ServerTimings()
    reply.serverTimings?.promptMilliseconds = 90
    reply.serverTimings?.predictedTokensPerSecond = 19
    var arrivals = ArrivalFigures(start: start)
    arrivals.take(reply.marks)
    let texts = ServerComparison.all(of: reply, arrivals).map { row in
      [row.ours, row.usage, row.timings].map { $0.map { "\(Int($0))" } ?? "-" }.joined(
        separator: " "
      )
    }
    #expect(texts == ["- 7 -", "100 - 90", "3 5 -", "200 - -", "20 - 19"])
  }
}
