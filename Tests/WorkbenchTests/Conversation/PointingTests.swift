import Conversation
import Support
import Testing
import Workbench

@Suite struct PointingTests {
  private static func harness(_ answer: String, turns: Int = 1) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 24, columns: 60)
    for _ in 0..<turns {
      harness.say("question")
      harness.receive(answer)
      harness.end()
    }
    harness.wait(milliseconds: 1_000)
    return harness
  }

  /// The place on screen of a text.
  private static func place(of text: String, in harness: inout WorkbenchHarness) -> (Int, Int)? {
    for (row, line) in harness.screen().split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      // The status bar may bear the same words as a title.
      if row > 0, let range = line.firstRange(of: text) {
        return (row, line.distance(from: line.startIndex, to: range.lowerBound))
      }
    }
    return nil
  }

  private static func point(
    _ kind: MouseEvent.Kind,
    at text: String,
    offset: Int = 0,
    below: Int = 0,
    _ harness: inout WorkbenchHarness
  ) {
    guard let (row, column) = place(of: text, in: &harness) else {
      Issue.record("\(text) is not on screen")
      return
    }
    harness.apply(.input(.mouse(MouseEvent(kind: kind, row: row + below, column: column + offset))))
  }

  @Test func draggingSelectsAndReleasingCopies() {
    var harness = Self.harness("one **two** three")
    Self.point(.press, at: "two", &harness)
    Self.point(.drag, at: "three", offset: 4, &harness)
    #expect(harness.state.conversation.selection?.mode == .characters)
    Self.point(.release, at: "three", offset: 4, &harness)
    #expect(harness.effects.last == .copy("two** three", what: "the selection"))
    harness.press("j")
    #expect(harness.state.conversation.selection == nil)
  }

  /// A place by rows below a word, and columns behind its start; above the answer stand its header and a blank row.
  struct Point: Sendable {
    let word: String
    let below: Int
    let offset: Int

    init(_ word: String, below: Int = 0, offset: Int = 0) {
      self.word = word
      self.below = below
      self.offset = offset
    }
  }

  @Test(
    "a drag takes only what lies between its ends",
    arguments: [
      (Point("first", below: -1), Point("first", offset: 2), "fir"),
      (Point("first", below: -1), Point("second"), "first\n\ns"),
      (Point("first", below: -2), Point("first"), "f"),
      (Point("first"), Point("first", below: -1, offset: 9), "f"),
      (Point("question"), Point("first", below: -1), "question"),
      (Point("first", below: 1), Point("second", offset: 2), "sec"),
      (Point("first", offset: 3), Point("first", below: 1, offset: 9), "st"),
      (Point("first", offset: 3), Point("first", offset: 9), "st"),
      (Point("first", below: -2), Point("first", below: -1, offset: 9), nil),
      (Point("first", below: 1), Point("first", below: 1, offset: 9), nil),
      (Point("first", offset: 6), Point("first", below: 1, offset: 9), nil),
    ]
  )
  func dragTakesNoMore(start: Point, end: Point, text: String?) {
    var harness = Self.harness("first\n\nsecond")
    let before = harness.effects.count
    Self.point(.press, at: start.word, offset: start.offset, below: start.below, &harness)
    Self.point(.drag, at: end.word, offset: end.offset, below: end.below, &harness)
    Self.point(.release, at: end.word, offset: end.offset, below: end.below, &harness)
    let copied = text.map { [Effect.copy($0, what: "the selection")] } ?? []
    #expect(Array(harness.effects.dropFirst(before)) == copied)
  }

  @Test func aClickChoosesAMessageAndSelectsNothing() {
    var harness = Self.harness("answer", turns: 2)
    Self.point(.press, at: "answer", &harness)
    Self.point(.release, at: "answer", &harness)
    #expect(harness.state.conversation.lanes[0].selected == MessageID(1))
    #expect(harness.state.conversation.selection == nil)
    #expect(harness.effects.allSatisfy { if case .copy = $0 { false } else { true } })
  }

  @Test func aClickOnALinkShowsItAndASecondAsks() {
    var harness = Self.harness("see [this](https://a.example/)")
    Self.point(.press, at: "this", &harness)
    #expect(harness.state.status?.text == "https://a.example/")
    #expect(harness.state.overlay == nil)
    Self.point(.press, at: "this", &harness)
    harness.press("Enter")
    #expect(harness.effects.last == .openLink("https://a.example/"))
  }

  @Test func aClickOnCodeMakesItCurrent() {
    var harness = Self.harness("```\nfirst\n```\n\n```\nsecond\n```")
    Self.point(.press, at: "second", &harness)
    harness.press("Y")
    #expect(harness.effects.last == .copy("second", what: "the code"))
  }

  @Test func theScrollbarIsDragged() {
    var harness = Self.harness((1...200).map { "line \($0)" }.joined(separator: "\n\n"))
    let view = harness.state.laneView(of: harness.state.laneColumns.columns[0])
    let column = view.endColumn - 1
    _ = harness.screen()
    harness.apply(.input(.mouse(MouseEvent(kind: .press, row: view.row, column: column))))
    #expect(harness.screen().contains("question"))
    harness.apply(
      .input(.mouse(MouseEvent(kind: .drag, row: view.endRow + 5, column: column + 3)))
    )
    #expect(harness.screen().contains("line 200"))
    #expect(harness.state.conversation.lanes[0].scroll == .following)
  }
}
