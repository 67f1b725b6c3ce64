import Conversation
import Support
import Testing
import Workbench

@Suite struct ConversationSearchTests {
  private static func harness(turns: Int, answer: (Int) -> String) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    for turn in 1...turns {
      harness.say("question \(turn)")
      harness.receive(answer(turn))
      harness.end()
    }
    harness.wait(milliseconds: 1_000)
    harness.press("Tab")
    return harness
  }

  private static func filler(_ turn: Int) -> String {
    "Answer \(turn)\n\n" + String(repeating: "nothing to see\n\n", count: 12)
  }

  private static func count(_ harness: WorkbenchHarness) -> String? {
    harness.state.conversation.search?.count
  }

  @Test func looksWhileOneTypes() {
    var harness = Self.harness(turns: 3, answer: Self.filler)
    harness.press("/")
    harness.type("answer ")
    #expect(Self.count(harness) == "3 of 3")
    let field = harness.screen().split(separator: "\n").first { $0.contains("3 of 3") }
    #expect(field?.contains(" /answer ") == true)
    harness.type("2")
    #expect(Self.count(harness) == "1 of 1")
    #expect(harness.screen().contains("Answer 2"))
    harness.type("x")
    #expect(Self.count(harness) == "not found")
  }

  @Test func findsWhatWasNeverInView() {
    var harness = Self.harness(turns: 80) { $0 == 4 ? "the **needle** is here" : Self.filler($0) }
    #expect(!harness.screen().contains("needle"))
    harness.press("/")
    harness.type("needle")
    harness.press("Enter")
    #expect(harness.screen().contains("the needle is here"))
    #expect(harness.state.status?.text == "1 of 1: needle")
  }

  @Test func movesCodeThatIsCutUntilTheHitIsInView() {
    let filler = String(repeating: "x", count: 120)
    var harness = Self.harness(turns: 1) { _ in
      "```\nneedle\n\(filler) needle \(filler)\n```"
    }
    harness.press("/")
    harness.type("needle")
    #expect(harness.state.conversation.lanes[0].codeOffset == 0)
    harness.press("Enter n")
    #expect(harness.screen().contains(" needle xx"))
    harness.press("N")
    #expect(harness.state.conversation.lanes[0].codeOffset == 0)
    harness.press("/")
    harness.type("x needle xx")
    #expect(harness.screen().contains(" needle xx"))
    harness.press("Esc")
    #expect(harness.state.conversation.lanes[0].codeOffset == 0)
  }

  @Test func goesRoundAndSaysSo() {
    var harness = Self.harness(turns: 3, answer: Self.filler)
    harness.press("/")
    harness.type("Answer")
    harness.press("Enter n")
    #expect(harness.state.status?.text == "1 of 3, on from the start: Answer")
    harness.press("N")
    #expect(harness.state.status?.text == "3 of 3, on from the end: Answer")
    harness.press("N")
    #expect(harness.state.status?.text == "2 of 3: Answer")
    #expect(harness.screen().contains("Answer 2"))
  }

  @Test func escapeGoesBackToWhereOneWas() {
    var harness = Self.harness(turns: 5, answer: Self.filler)
    harness.press("K k k k")
    let lane = harness.state.conversation.lanes[0]
    harness.press("/")
    harness.type("Answer 1")
    #expect(harness.state.conversation.lanes[0].scroll != lane.scroll)
    harness.press("Esc")
    #expect(harness.state.conversation.lanes[0].scroll == lane.scroll)
    #expect(harness.state.conversation.lanes[0].selected == lane.selected)
    #expect(harness.state.conversation.search == nil)
    #expect(harness.state.focus == .conversation)
  }

  @Test func escapeEndsASearchThatWasKept() {
    var harness = Self.harness(turns: 2, answer: Self.filler)
    harness.press("/")
    harness.type("Answer 1")
    harness.press("Enter Esc")
    #expect(harness.state.conversation.search == nil)
    #expect(harness.state.focus == .conversation)
  }

  @Test func goesToTheRowOfWhatIsInAnAddress() {
    var harness = Self.harness(turns: 1) { _ in
      Self.filler(1) + "a [link](https://hidden.example/) here\n\n" + Self.filler(2)
        + Self.filler(3)
    }
    harness.press("g /")
    harness.type("hidden")
    let row = harness.screen().split(separator: "\n").first { $0.contains("\u{25B8} a link here") }
    #expect(row != nil)
  }

  @Test func looksThroughReasoningWhereItIsShown() {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.say("go")
    let thought = Delta(channel: .reasoning, text: "secretly", time: harness.now)
    harness.receive(.delta(thought), for: RequestID(0))
    harness.receive("openly")
    harness.press("Tab /")
    harness.type("ly")
    #expect(Self.count(harness) == "1 of 1")
    harness.press("Enter z n")
    #expect(Self.count(harness) == "2 of 2" || Self.count(harness) == "1 of 2")
  }

  @Test func findsWhatArrivesMeanwhile() {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.say("go")
    harness.receive("one wo")
    harness.press("Tab /")
    harness.type("word")
    harness.press("Enter")
    #expect(Self.count(harness) == "not found")
    harness.receive("rd, two words")
    _ = harness.screen()
    #expect(Self.count(harness) == "2")
    harness.press("n")
    #expect(Self.count(harness) == "1 of 2")
  }

  @Test("finds the same, however the text arrives", arguments: 0..<40)
  func findsTheSameWhileItGrows(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let letters = ["a", "b", "A", "\u{E9}", "\u{C9}", "\u{1E9E}", " "]
    func text(_ count: Int) -> String {
      (0..<count).map { _ in letters.randomElement(using: &generator) ?? "" }.joined()
    }
    let query = text(Int.random(in: 1...3, using: &generator)) + "a"
    var harness = WorkbenchHarness(rows: 24, columns: 80) { $0.showsReasoning = true }
    harness.say("go")
    harness.receive("b")
    harness.press("Tab /")
    harness.type(query)
    for _ in 0..<30 {
      let part = text(Int.random(in: 1...4, using: &generator))
      let channel: Delta.Channel = Bool.random(using: &generator) ? .reasoning : .content
      harness.receive(
        .delta(Delta(channel: channel, text: part, time: harness.now)),
        for: RequestID(0)
      )
      _ = harness.screen()
    }
    let tree = harness.state.tree
    guard let tip = harness.state.conversation.lanes[0].tip, let reply = tree[tip].reply else {
      return
    }
    let search = LiteralSearch(query)
    let expected = search.ranges(in: reply.reasoning) + search.ranges(in: tree[tip].content)
    #expect(harness.state.conversation.search?.hits(in: tip).map(\.range) == expected)
  }

  @Test func marksEveryHitInView() {
    var harness = WorkbenchHarness(rows: 24, columns: 80) {
      let styles: [Role: Style] = [
        .match: Style(attributes: .underline), .matchCurrent: Style(attributes: .reverse),
      ]
      $0.theme = Theme(name: "t", styles: styles)
    }
    harness.say("go")
    harness.receive("ab **a**b")
    harness.end()
    harness.press("Tab /")
    harness.type("a")
    let frame = harness.frame()
    let cells = frame.cells.filter { $0.base == 0x61 }
    #expect(cells.count { $0.style.attributes == .underline } == 1)
    #expect(cells.contains { $0.style.attributes == .reverse })
  }
}
