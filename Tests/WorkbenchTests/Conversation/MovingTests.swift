import Conversation
import Support
import Testing
import Workbench

@Suite struct MovingTests {
  private static let answer = """
    Some [first](https://one.example/a) words.

    ```swift
    let a = 1
    ```

    Then <https://two.example>.

    ```
    plain
    ```
    """

  /// `turns` questions, each with the answer above.
  static func harness(turns: Int, answer: String = answer, rows: Int = 24) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: rows, columns: 80)
    for turn in 1...turns {
      harness.say("question \(turn)")
      harness.receive(answer)
      harness.end()
    }
    harness.wait(milliseconds: 1_000)
    harness.press("Tab")
    return harness
  }

  private static func lane(_ harness: WorkbenchHarness) -> Lane {
    harness.state.conversation.lanes[0]
  }

  private static func position(_ harness: WorkbenchHarness) -> [Int] {
    let lane = lane(harness)
    return [lane.selected?.rawValue ?? -1, lane.element?.source ?? -1]
  }

  @Test func goesFromTurnToTurn() {
    var harness = Self.harness(turns: 3)
    harness.press("{")
    #expect(Self.position(harness) == [4, -1])
    harness.press("{ {")
    #expect(Self.position(harness) == [0, -1])
    harness.press("{")
    #expect(Self.position(harness) == [0, -1])
    harness.press("} }")
    #expect(Self.position(harness) == [4, -1])
    harness.press("}")
    #expect(Self.lane(harness).scroll == .following)
  }

  @Test func goesFromCodeToCodeAndFromLinkToLink() {
    var harness = Self.harness(turns: 2)
    harness.press("[")
    #expect(Self.position(harness) == [3, 97])
    harness.press("[")
    #expect(Self.position(harness) == [3, 44])
    harness.press("[")
    #expect(Self.position(harness) == [1, 97])
    harness.press("]")
    #expect(Self.position(harness) == [3, 44])
    harness.press(")")
    #expect(Self.position(harness) == [3, 74])
    #expect(harness.state.status?.text == "https://two.example")
    harness.press("( (")
    #expect(Self.position(harness) == [1, 74])
    harness.press("] ] ] ]")
    #expect(harness.state.status?.text == "there is no piece of code below")
    #expect(Self.position(harness) == [3, 97])
  }

  @Test func findsCodeInMessagesThatWereNeverInView() {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    for turn in 1...60 {
      harness.say("question \(turn)")
      harness.receive(turn == 3 ? Self.answer : String(repeating: "no code here\n\n", count: 10))
      harness.end()
    }
    harness.wait(milliseconds: 1_000)
    harness.press("Tab [")
    #expect(Self.position(harness) == [5, 97])
    #expect(harness.screen().contains("plain"))
  }

  @Test func goesOnFromWhatIsInViewWhereTheCurrentMessageIsNot() {
    var harness = Self.harness(turns: 9)
    harness.press("g J")
    #expect(Self.position(harness) == [1, -1])
    harness.press("G g ]")
    #expect(Self.position(harness) == [1, 44])
  }

  @Test func copiesTheCodeOrTheMessage() {
    var harness = Self.harness(turns: 1)
    harness.press("Y")
    #expect(harness.effects.last == .copy("let a = 1", what: "the swift code"))
    harness.press("[ Y")
    #expect(harness.effects.last == .copy("plain", what: "the code"))
    harness.press("y")
    #expect(harness.effects.last == .copy(Self.answer, what: "the answer"))
  }

  @Test func saysWhereThereIsNoCode() {
    var harness = Self.harness(turns: 1, answer: "none")
    harness.press("Y")
    #expect(harness.state.status?.text == "there is no code in view; [ goes to the one before")
    harness.press("[")
    #expect(harness.state.status?.text == "there is no piece of code above")
  }

  @Test func marksWhatIsCurrent() {
    var harness = Self.harness(turns: 1)
    #expect(!harness.screen().contains("\u{2503}"))
    harness.press("[ [")
    let rows = harness.screen().split(separator: "\n").filter { $0.contains("\u{258C}") }
    #expect(rows.contains { $0.contains("\u{258C}\u{25B8}  swift") })
    #expect(rows.contains { $0.contains("\u{258C}\u{2503}  let a = 1") })
    harness.press("Tab")
    #expect(!harness.screen().contains("\u{2503}"))
  }

  @Test func forgetsTheElementWhereAnotherMessageIsSelected() {
    var harness = Self.harness(turns: 2)
    harness.press("[ K")
    #expect(Self.position(harness) == [2, -1])
  }
}
