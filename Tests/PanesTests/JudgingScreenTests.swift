import Conversation
import Support
import Testing
import Workbench

@Suite struct JudgingScreenTests {
  private static let sizes = [(40, 120), (24, 80)]

  private func answered(_ rows: Int, _ columns: Int, keys: String) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: rows, columns: columns, open: ["fast", "32k", "cloud"])
    harness.press(keys)
    harness.say("Is a lane a column?")
    for (request, text) in zip(harness.requests, ["Yes.", "Yes, it is one.", "It depends."]) {
      harness.receive(.phase(.sent), for: request.id)
      harness.wait(milliseconds: 80)
      harness.receive(
        .delta(Delta(channel: .content, text: text, time: harness.now)),
        for: request.id
      )
      harness.receive(.ended(.finished(reason: "stop")), for: request.id)
    }
    harness.wait(milliseconds: 1_000)
    return harness
  }

  @Test("a vote, and the lanes after it", arguments: sizes)
  func vote(rows: Int, columns: Int) {
    var harness = answered(rows, columns, keys: "")
    harness.press("^X v 2")
    harness.type("says why")
    expectSnapshot(harness.screen(), named: "vote-\(columns)x\(rows)")
    harness.press("Enter")
    expectSnapshot(harness.screen(), named: "voted-\(columns)x\(rows)")
  }

  @Test("lanes without names", arguments: sizes + [(12, 40)])
  func blind(rows: Int, columns: Int) {
    var harness = answered(rows, columns, keys: "^X V")
    expectSnapshot(harness.screen(), named: "blind-\(columns)x\(rows)")
  }

  @Test("the tally of three presets", arguments: sizes + [(12, 40)])
  func tally(rows: Int, columns: Int) throws {
    var harness = answered(rows, columns, keys: "")
    harness.press("^X T")
    guard case .history(.listVotes(let query))? = harness.effects.last else { return }
    let answers = ["fast", "32k", "cloud temperature=0.4"].map {
      VotedAnswer(reply: MessageKey(1), preset: $0, model: "m")
    }
    let verdicts: [TurnVote.Verdict] = [.answer(0), .answer(0), .answer(1), .tie, .allBad]
    let votes = try verdicts.map { verdict in
      let vote = TurnVote(verdict, on: answers, by: .user, at: WallTime(milliseconds: 1))
      return CountedVote(vote: try #require(vote), tags: ["code"], conversation: 1)
    }
    harness.apply(.history(.votes(votes, query: query)))
    expectSnapshot(harness.screen(), named: "tally-\(columns)x\(rows)")
  }
}
