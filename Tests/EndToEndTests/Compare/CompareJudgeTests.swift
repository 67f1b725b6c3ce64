import Foundation
import Support
import Testing

/// `weir compare --judge`.
@Suite(.timeLimit(.minutes(1))) struct CompareJudgeTests {
  private let home = ComparisonHome()

  private func run(
    judge: LoopbackServer,
    presets: [String] = ["p", "q"],
    _ options: [String] = []
  ) throws -> BuiltProgram.Outcome {
    try home.run(
      presets.flatMap { ["-p", $0] } + ["--judge", "j", "-o", home.path("answers"), "hi"] + options,
      asking: [
        LoopbackServer(Answers.whole("one")), LoopbackServer(Answers.whole("two")), judge,
      ]
    )
  }

  /// How each preset's answer fared, by the last line of each.
  private func outcomes() throws -> [String: String] {
    try home.answers("answers").reduce(into: [:]) { outcomes, answer in
      let vote = (answer["votes"] as? [[String: Any]])?.last
      outcomes[answer["preset"] as? String ?? ""] = vote?["outcome"] as? String
    }
  }

  @Test func aWinnerWinsInBothOrders() throws {
    let judge = LoopbackServer(
      Answers.whole("It is right.\\nVERDICT: 1"),
      Answers.whole("Still so.\\nVERDICT: 2")
    )
    let outcome = try run(judge: judge, ["--sequential", "--fail-if", "p.win_rate < 1"])
    #expect(outcome.status == 0)
    #expect(try outcomes() == ["p": "won", "q": "lost"])
    #expect(outcome.output.contains("win rate"))
  }

  @Test func aVerdictThatFlipsWithTheOrderIsATie() throws {
    let judge = LoopbackServer(Answers.whole("VERDICT: 1"))
    #expect(try run(judge: judge, ["--fail-if", "p.ties == 1"]).status == 5)
    #expect(try outcomes() == ["p": "tie", "q": "tie"])
    #expect(judge.connections == 2)
    #expect(try run(judge: judge, ["--fail-if", "p.ties == 1"]).status == 5)
    #expect(judge.connections == 2)
  }

  @Test func answersThatCameLaterAreJudgedWithTheOthersAnew() throws {
    let judge = LoopbackServer(
      Answers.whole("VERDICT: 1"),
      Answers.whole("VERDICT: 2"),
      Answers.whole("VERDICT: 2")
    )
    let won = ["--sequential", "--fail-if", "q.win_rate < 1"]
    #expect(try run(judge: judge, won).status == 5)
    #expect(try run(judge: judge, won + ["-p", "p"]).status == 0)
    #expect(judge.connections == 4)
    #expect(try run(judge: judge, won + ["-p", "p"]).status == 0)
    #expect(judge.connections == 4)
  }

  @Test func aJudgeWithoutAVerdictIsAskedAgainNextTime() throws {
    let judge = LoopbackServer(
      Answers.whole("hm"),
      Answers.whole("hm"),
      Answers.whole("VERDICT: NONE")
    )
    let outcome = try run(judge: judge)
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("weir: j: the judge gave no verdict"))
    #expect(try outcomes() == [:])
    #expect(try run(judge: judge).status == 0)
    #expect(try outcomes() == ["p": "bad", "q": "bad"])
  }

  @Test func theOrderOfThePresetsChangesNothing() throws {
    let judge = LoopbackServer(Answers.whole("VERDICT: 1"), Answers.whole("VERDICT: 2"))
    let won = ["--sequential", "--fail-if", "p.win_rate < 1"]
    #expect(try run(judge: judge, won).status == 0)
    #expect(try run(judge: judge, presets: ["q", "p"], won).status == 0)
    #expect(judge.connections == 2)
  }

  @Test func answersThatWaitForAVerdictAreShownWhenItIsStopped() throws {
    let isJudging = Latch()
    let program = try home.start(
      ["-p", "p", "-p", "q", "--judge", "j", "--json", "--quiet", "hi"],
      asking: [
        LoopbackServer(Answers.whole("one")), LoopbackServer(Answers.whole("two")),
        LoopbackServer([.request, .open(isJudging), .untilClosed], [.request, .untilClosed]),
      ]
    )
    #expect(isJudging.wait())
    program.interrupt()
    let outcome = try program.outcome()
    #expect(outcome.status == 130)
    #expect(try outcome.answers.map { $0["content"] as? String } == ["one", "two"])
    #expect(try outcome.answers.allSatisfy { $0["votes"] is NSNull })
  }

  @Test func whatStandsBeforeAMistakeInAPipeIsAskedAndJudged() throws {
    let servers = [Answers.whole("one"), Answers.whole("two"), Answers.whole("VERDICT: TIE")]
      .map { LoopbackServer($0) }
    let outcome = try home.run(
      ["-p", "p", "-p", "q", "--judge", "j", "--prompts", "-", "--json", "--quiet"],
      input: "{\"prompt\":\"a\"}\n{\"promt\":\"b\"}\n{\"prompt\":\"c\"}\n",
      asking: servers
    )
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("weir: standard input, line 2: the prompt is missing"))
    #expect(try outcome.answers.map { $0["prompt"] as? String } == ["a", "a"])
    #expect(try outcome.answers.map { ($0["votes"] as? [Any])?.count } == [1, 1])
    #expect(servers.map(\.connections) == [1, 1, 2])
  }
}
