import Conversation
import Support
import Testing
import Workbench

@Suite struct JudgeTests {
  private func judged(
    _ given: String,
    _ reversed: String,
    typing command: String = "/judge qzcow code"
  ) -> WorkbenchHarness {
    var harness = Compared.answered(lanes: 2)
    harness.say(command)
    for (request, text) in zip(harness.requests.suffix(2), [given, reversed]) {
      harness.receive(
        .delta(Delta(channel: .content, text: text, time: harness.now)),
        for: request.id
      )
      harness.receive(.ended(.finished(reason: "stop")), for: request.id)
    }
    return harness
  }

  @Test func asksInBothOrdersAndKeepsTheVerdictWithItsReasons() throws {
    var harness = judged("one is short\nVERDICT: 1", "first is long\nVERDICT: 2")
    let asked = harness.requests.suffix(2).map { $0.messages[1].content }
    #expect(asked.map(\.places) == [["one", "two"], ["two", "one"]])
    #expect(harness.requests.suffix(2).map(\.preset.name) == ["qzcow", "qzcow"])
    let vote = try #require(harness.votes.first)
    #expect(vote.voter == .judge(preset: "qzcow", rubric: "code"))
    #expect(vote.winner?.preset == "qzant")
    #expect(
      vote.reasons == [
        "shown as 1, 2: 1 is the best\none is short",
        "shown as 2, 1 (which the judge calls 1, 2, \u{2026}): 1 is the best\nfirst is long",
      ]
    )
    #expect(harness.state.status?.text == "qzcow: the best is 1 qzant; ^X R shows why")
    #expect(harness.screen().contains("1 qzant \u{2606} qzcow"))
    harness.press("^X R")
    #expect(harness.screen().contains("qzcow (code): 1 qzant is the best"))
    #expect(harness.screen().contains("one is short"))
  }

  @Test func aJudgeThatOnlyReasonsIsStopped() {
    var harness = Compared.answered(lanes: 2)
    harness.say("/judge qzcow code")
    let text = String(repeating: "hm ", count: 70_000)
    harness.receive(
      .delta(Delta(channel: .reasoning, text: text, time: harness.now)),
      for: harness.requests[harness.requests.count - 1].id
    )
    #expect(harness.state.status?.text == "qzcow has not judged: it wrote without end")
  }

  @Test func aJudgeStopsWithItsConversation() {
    var harness = Compared.answered(lanes: 2)
    harness.say("/judge qzcow code")
    let asked = harness.requests.suffix(2).map(\.id)
    harness.say("/new")
    let cancelled = harness.effects.compactMap { if case .cancel(let id) = $0 { id } else { nil } }
    #expect(Set(asked).isSubset(of: Set(cancelled)))
  }

  @Test func aVerdictThatFlipsIsATie() {
    let harness = judged("VERDICT: 1", "VERDICT: 1")
    #expect(harness.votes.map(\.verdict) == [.tie])
    #expect(
      harness.state.status?.text
        == "qzcow: a tie, since its verdict changed with the order; ^X R shows why"
    )
  }

  @Test func whatIsNoVerdictIsSaidAndCanBeRead() {
    var harness = judged("I like them both.", "VERDICT: 2")
    #expect(harness.votes == [])
    #expect(
      harness.state.status?.text
        == "no verdict: qzcow: the judge gave no verdict; its last line should be such as VERDICT: 1"
    )
    #expect(harness.screen().contains("I like them both."))
  }

  @Test func aJudgeThatFailsIsSaid() {
    var harness = Compared.answered(lanes: 2)
    harness.say("/judge qzcow")
    let error = ReplyError(kind: .api, source: "qzcow-host", problem: "401, no key")
    for request in harness.requests.suffix(2) {
      harness.receive(.ended(.failed(error)), for: request.id)
    }
    #expect(harness.state.status?.text == "no verdict: api: qzcow-host: 401, no key")
    #expect(harness.votes == [])
    harness.say("/judge qzcow")
    #expect(harness.requests.count == 6)
  }

  @Test func aJudgeThatIsCutOffGivesNoVerdict() {
    var harness = Compared.answered(lanes: 2)
    harness.say("/judge qzcow")
    for request in harness.requests.suffix(2) {
      let delta = Delta(channel: .content, text: "VERDICT: 1, but", time: harness.now)
      harness.receive(.delta(delta), for: request.id)
      harness.receive(.ended(.incomplete), for: request.id)
    }
    #expect(harness.state.status?.text == "no verdict: qzcow: its reply is incomplete")
    #expect(harness.votes == [])
  }

  @Test func aJudgeAtWorkIsSeenAndSaysHowLongAndHowToStopIt() {
    var harness = Compared.answered(lanes: 2)
    harness.say("/judge qzcow")
    #expect(
      harness.screen().contains("qzcow judges 2 answers (helpfulness) 0 s  Esc stop the judge")
    )
    #expect(harness.state.nextTick == harness.now.adding(milliseconds: 1_000))
    harness.wait(milliseconds: 1_000)
    harness.apply(.tick)
    #expect(harness.screen().contains("qzcow judges 2 answers (helpfulness) 1 s  Esc"))
    harness.wait(milliseconds: 1_500)
    harness.receive(.ended(.finished(reason: "stop")), for: harness.requests[2].id)
    #expect(
      harness.screen().contains("qzcow judges 2 answers (helpfulness) 2 s, 1 of 2 verdicts  Esc")
    )
    harness.press("Esc")
    #expect(!harness.screen().contains("qzcow judges"))
    #expect(harness.state.nextTick == nil)
  }

  @Test("is stopped by each stop key", arguments: ["Esc", "^C", "^X X"])
  func stopsTheJudge(key: String) {
    var harness = Compared.answered(lanes: 2)
    harness.say("/judge qzcow")
    let requests = harness.requests.suffix(2).map(\.id)
    harness.press(key)
    #expect(harness.effects.suffix(2) == requests.map { .cancel($0) })
    harness.receive(.ended(.finished(reason: "stop")), for: requests[0])
    #expect(harness.votes == [])
  }

  @Test func takesAReferenceAndWhatWasSaidBefore() {
    var harness = Compared.answered(lanes: 2)
    harness.say("And then?")
    Compared.answer(&harness, ["three", "four"])
    harness.say("/judge qzcow correctness It is 42")
    let asked = harness.requests.last?.messages[1].content ?? ""
    #expect(asked.contains("\nIt is 42\nEND REFERENCE ANSWER"))
    #expect(asked.contains("USER:\nWhich?\n\nASSISTANT:\none"))
    #expect(asked.contains("\nAnd then?\nEND QUESTION"))
  }

  /// What a judge is asked of the answers to a second question, in both orders.
  private func askedOfASecondTurn(keys: String) -> [String] {
    var harness = Compared.answered(lanes: 2)
    harness.press(keys)
    harness.say("And then?")
    Compared.answer(&harness, ["three", "four"])
    harness.say("/judge qzcow")
    return harness.requests.suffix(2).map { $0.messages[1].content }
  }

  @Test func lanesThatGoOnFromTheirOwnAnswersAreEachShownWithTheirOwn() {
    let asked = askedOfASecondTurn(keys: "")
    #expect(asked.map(\.before) == [["one", "two"], ["two", "one"]])
    #expect(asked.map(\.places) == [["three", "four"], ["four", "three"]])
    #expect(!asked.joined().contains("EARLIER CONVERSATION"))
  }

  @Test func lanesThatGoOnFromOneAnswerShareWhatWasSaid() {
    let asked = askedOfASecondTurn(keys: "^X k")
    #expect(asked.map(\.before) == [[], []])
    for text in asked {
      #expect(text.contains("BEGIN EARLIER CONVERSATION"))
      #expect(text.contains("USER:\nWhich?\n\nASSISTANT:\none\nEND"))
    }
  }

  @Test(
    "refuses what is neither a preset nor a rubric",
    arguments: [
      ("/judge qzbeee", "there is no preset or rubric \"qzbeee\"; did you mean \"qzbee\"?"),
      ("/judge qzbee codee", "there is no rubric \"codee\"; did you mean \"code\"?"),
    ]
  )
  func refuses(command: String, reason: String) {
    var harness = Compared.answered(lanes: 2)
    harness.say(command)
    #expect(harness.state.status?.text == reason)
    #expect(harness.requests.count == 2)
  }

  @Test func withoutANameItIsAskedFor() {
    var harness = Compared.answered(lanes: 2)
    harness.press("^X J")
    harness.type("qzcow")
    harness.press("Enter")
    #expect(harness.requests.suffix(2).map(\.preset.name) == ["qzcow", "qzcow"])
    #expect(harness.requests.last?.messages[0].content.contains("Judge by helpfulness") == true)
  }

  @Test func mergesTheAnswersIntoASiblingInALaneOfItsOwn() throws {
    var harness = Compared.answered(lanes: 2)
    harness.say("/merge qzcow")
    let asked = try #require(harness.requests.last)
    #expect(asked.preset.name == "qzcow")
    #expect(asked.messages[1].content.places == ["one", "two"])
    harness.receive("one and two")
    harness.end()
    let tree = harness.state.tree
    let lane = harness.state.conversation.focusedLane
    let reply = try #require(lane.tip)
    #expect(tree[reply].content == "one and two")
    #expect(tree[reply].reply?.preset.name == "qzcow")
    #expect(tree.siblings(of: reply).count == 3)
    #expect(tree[reply].reply?.notices == ["written from the answers of qzant, qzbee"])
    harness.press("^X v 3 Enter")
    #expect(harness.votes.first?.winner?.preset == "qzcow")
  }

  @Test func theTallyIsCountedByTagAndByVoter() throws {
    var harness = Compared.answered(lanes: 2)
    harness.press("^X v 1 Enter")
    let vote = try #require(harness.votes.first)
    harness.press("^X T")
    guard case .history(.listVotes(let query))? = harness.effects.last else {
      Issue.record("the archive was not asked")
      return
    }
    let votes = [
      CountedVote(vote: vote, tags: ["code"], conversation: 1),
      CountedVote(vote: vote, tags: [], conversation: 2),
    ]
    harness.apply(.history(.votes(votes, query: query)))
    #expect(harness.screen().contains("tally: 2 votes in all conversations"))
    harness.press("l")
    #expect(harness.screen().contains("tally: 1 vote in conversations tagged code"))
    harness.press("w")
    #expect(harness.screen().contains("tagged code, votes of you"))
    harness.press("l y")
    #expect(harness.effects.last == .copy(Self.copied, what: "the tally"))
    harness.press("Esc")
    #expect(harness.state.overlay == nil)
  }

  private static let copied = """
    preset\twin rate\t95 %\trating\t\u{B1}\twon\tlost\ttied\tbad\tvotes
    qzant\t100 %\t34\u{2013}100\t1176\t309\t2\t0\t0\t0\t2
    qzbee\t0 %\t0\u{2013}66\t824\t309\t0\t2\t0\t0\t2

    """

  @Test func anAnswerForAnEarlierTallyIsIgnored() throws {
    var harness = Compared.answered(lanes: 2)
    harness.press("^X T Esc ^X T")
    guard case .history(.listVotes(let query))? = harness.effects.last else { return }
    let old = QueryNumber(query.rawValue - 1)
    harness.apply(.history(.noVotes(reason: "old", query: old)))
    #expect(!harness.screen().contains("old"))
    harness.apply(.history(.noVotes(reason: "archive: damaged", query: query)))
    #expect(harness.screen().contains("archive: damaged"))
  }
}

extension String {
  /// The answers in a question to a judge, in their order.
  fileprivate var places: [String] {
    let lines = split(separator: "\n").map(String.init)
    return lines.indices.filter { lines[$0].hasPrefix("BEGIN ANSWER") }.map { lines[$0 + 1] }
  }

  /// The last lines of what was said before each answer alone, in their order.
  fileprivate var before: [String] {
    let lines = split(separator: "\n").map(String.init)
    return lines.indices.filter { lines[$0].hasPrefix("END CONVERSATION BEFORE ANSWER") }
      .map { lines[$0 - 1] }
  }
}
