import Conversation
import Support
import Testing
import Workbench

@Suite struct VotingTests {
  private func words(_ vote: TurnVote?) -> [String] {
    guard let vote else { return [] }
    return [vote.winner?.preset ?? "\(vote.verdict)", vote.note, vote.isBlind ? "blind" : "seen"]
  }

  @Test(
    "a key takes a verdict, and Enter the vote",
    arguments: [
      ("2", "qzbee"), ("3", "qzcow"), ("^N Enter", "qzbee"), ("t", "tie"), ("b", "allBad"),
      ("Down Down Up Enter", "qzbee"), ("9 Enter", "qzant"), ("1 Esc 2", "qzbee"),
    ]
  )
  func votes(keys: String, winner: String) {
    var harness = Compared.answered()
    harness.press("^X v \(keys)")
    harness.type("it is  shorter ")
    harness.press("Enter")
    #expect(harness.votes.map(words) == [[winner, "it is shorter", "seen"]])
    #expect(harness.votes.first?.answers.map(\.preset) == ["qzant", "qzbee", "qzcow"])
    #expect(harness.votes.first?.answers.map(\.model) == Compared.presets.map { $0.model + "-2" })
    #expect(harness.state.overlay == nil)
  }

  @Test func aVoteIsKeptWithTheTurn() throws {
    var harness = Compared.answered()
    _ = harness.takeUnsaved()
    harness.press("^X v 1 Enter")
    let changes = harness.takeUnsaved().flatMap(\.messages)
    let turn = harness.state.tree.storedMessages.first { $0.role == .user }
    #expect(changes == [.rewritten(try #require(turn))])
    #expect(turn?.votes == harness.votes)
  }

  @Test func votingAgainTakesThePlaceOfTheVote() {
    var harness = Compared.answered()
    harness.press("^X v 1")
    harness.type("why")
    harness.press("Enter ^X v")
    let screen = harness.screen()
    #expect(screen.contains("\u{25B8} 1 qzant"))
    #expect(screen.contains("why (optional): why"))
    harness.press("2 Enter")
    #expect(harness.votes.map(words) == [["qzbee", "why", "seen"]])
  }

  @Test(
    "a vote can be taken back, by its key or its row",
    arguments: ["x Enter", "Down Down Down Down Down Enter"]
  )
  func aVoteCanBeTakenBack(keys: String) {
    var harness = Compared.answered()
    harness.press("^X v")
    #expect(!harness.screen().contains("take my vote back"))
    harness.press("1 Enter")
    _ = harness.takeUnsaved()
    harness.press("^X v")
    #expect(harness.screen().contains("x  take my vote back"))
    harness.press(keys)
    #expect(harness.votes == [])
    #expect(harness.state.status?.text == "your vote is taken back")
    #expect(harness.state.overlay == nil)
    #expect(harness.takeUnsaved().flatMap(\.messages).count == 1)
    harness.press("^X v x Esc")
    #expect(harness.votes == [])
  }

  @Test func aVoteIsNotTakenBackByOneKey() {
    var harness = Compared.answered()
    harness.press("^X v 1 Enter ^X v x")
    #expect(harness.votes.map(words) == [["qzant", "", "seen"]])
    #expect(harness.screen().contains("Enter takes your vote back"))
    harness.type("why")
    #expect(harness.screen().contains("a vote that is taken back has no reason"))
    harness.press("Esc")
    #expect(harness.votes.map(words) == [["qzant", "", "seen"]])
  }

  @Test(
    "once a lane was gone to, letters are the reason and never a choice",
    arguments: ["brief", "too long", "x", "just better", "2 is longer"]
  )
  func lettersAreTheReason(reason: String) {
    var harness = Compared.answered()
    harness.press("^X v Down")
    #expect(harness.screen().contains("Enter chooses; what you type is why"))
    harness.type(reason)
    #expect(harness.screen().contains("\u{2713} 2 qzbee"))
    harness.press("Enter")
    #expect(harness.votes.map(words) == [["qzbee", reason, "seen"]])
  }

  @Test func aReasonThatComesFirstIsKeptForTheChoice() {
    var harness = Compared.answered()
    harness.press("^X v")
    #expect(harness.screen().contains("choose: 1 2 3 t b, or go there"))
    harness.type("why first")
    #expect(harness.screen().contains("why first, then Enter and the choice"))
    #expect(!harness.screen().contains("\u{2713} 1 qzant"))
    harness.press("Enter")
    #expect(harness.votes == [])
    harness.press("3 Enter")
    #expect(harness.votes.map(words) == [["qzcow", "why first", "seen"]])
  }

  @Test func aPasteBeforeTheChoiceIsKeptToo() {
    var harness = Compared.answered()
    harness.press("^X v")
    harness.apply(.input(.paste("it is\nshorter\n")))
    harness.press("Esc 2 Enter")
    #expect(harness.votes.map(words) == [["qzbee", "it is shorter", "seen"]])
  }

  @Test func aLaneThatIsNotThereIsSaid() {
    var harness = Compared.answered()
    harness.press("^X v 9")
    #expect(harness.screen().contains("there is no lane 9 to vote for"))
  }

  @Test func aLongReasonShowsItsEnd() {
    var harness = Compared.answered(rows: 24, columns: 80)
    harness.press("^X v 2")
    harness.type("first it says too little and then all of it twice over, which is worse")
    #expect(harness.screen().contains("of it twice over, which is worse"))
  }

  @Test func leavingKeepsNothing() {
    var harness = Compared.answered()
    harness.press("^X v 1 Esc Esc")
    #expect(harness.votes == [])
    #expect(harness.state.overlay == nil)
  }

  @Test func theHeaderAndTheFiguresShowTheVote() {
    var harness = Compared.answered()
    harness.press("^X v 2 Enter")
    #expect(harness.screen().contains("2 qzbee \u{2605} best"))
    harness.press("F6")
    #expect(harness.screen().contains("vote"))
    harness.press("Esc ^X R")
    let screen = harness.screen()
    #expect(screen.contains("you: 2 qzbee is the best"))
    #expect(screen.contains("votes on this turn"))
  }

  @Test func thereIsNothingToVoteOnBeforeAllHaveAnswered() {
    var harness = Compared.asked()
    harness.press("^X v")
    #expect(harness.state.status?.text == "wait until all lanes have answered")
    var alone = WorkbenchHarness()
    alone.press("^X v")
    #expect(alone.state.status?.text == "there is one lane only: nothing to compare")
    #expect(alone.state.overlay == nil)
  }

  @Test func lanesOfASweepAreNamedByWhatWasSwept() {
    var harness = WorkbenchHarness()
    harness.say("/sweep temperature=0,0.8")
    harness.say("hi")
    Compared.answer(&harness, ["a", "b"])
    harness.press("^X v 2 Enter")
    #expect(
      harness.votes.first?.answers.map(\.contestant) == [
        "fast temperature=0", "fast temperature=0.8",
      ]
    )
  }

  @Test func anAnswerIsNamedByWhatItWasAskedWithWhateverIsSweptSince() {
    var harness = WorkbenchHarness()
    harness.say("/sweep temperature=0,0.8")
    harness.say("hi")
    Compared.answer(&harness, ["a", "b"])
    harness.say("/sweep temperature=0.3")
    harness.press("^X v 2 Enter")
    #expect(
      harness.votes.first?.answers.map(\.contestant) == [
        "fast temperature=0", "fast temperature=0.8",
      ]
    )
  }

  @Test func anAnswerThatMergesOthersCountsForItself() {
    var harness = Compared.answered(lanes: 2)
    harness.say("/merge qzant")
    Compared.answer(&harness, ["both"])
    harness.press("^X v 3 Enter")
    #expect(harness.votes.first?.winner?.contestant == "qzant merging")
  }

  @Test func theQuestionForAVoteGoesWithItsConversation() throws {
    var harness = Compared.answered(lanes: 2)
    let listed = [ConversationSummary.sample(1), .sample(2)]
    harness.press("^X l")
    harness.list(listed)
    harness.press("Down Enter ^X v")
    guard case .vote = harness.state.overlay else {
      Issue.record("no vote is asked for")
      return
    }
    let messages = LongTalk(turns: 1) { "answer \($0)" }.tree.storedMessages
    let stored = StoredConversation(record: listed[1].record, messages: messages)
    let opening = harness.effects.compactMap {
      if case .history(.open(let request)) = $0 { request } else { nil }
    }
    harness.apply(.history(.opened(stored, for: try #require(opening.last))))
    if case .vote = harness.state.overlay { Issue.record("it is about another conversation") }
    harness.press("Enter")
    #expect(harness.votes == [])
  }

  @Test func lanesThatGoOnFromTheirOwnAnswersHaveOneVoteATurn() {
    var harness = Compared.answered()
    harness.say("And now?")
    Compared.answer(&harness)
    harness.press("^X v 2 Enter ^X Tab ^X v 3 Enter")
    #expect(harness.votes.compactMap { $0.winner?.preset } == ["qzcow"])
  }
}
