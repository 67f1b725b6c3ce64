import Conversation
import Support
import Testing

@testable import Workbench

/// The caret goes through all that is shown, and is in view wherever it stands.
@Suite struct CaretWalkTests {
  private static let answer = """
    A first paragraph with **bold**, `code` and [a link](https://a.example/) that is long enough to be wrapped.

    &copy; 2026 &lt;tag&gt; and &lt;another&gt; and &lt;a third&gt;&lt;tag&gt; \\*no stars\\* &amp;&amp;&copy;&copy; &nbsp; end

    The formula $\\frac{a}{b} + \\sqrt{x^2 + y^2} \\le \\sum_{i=1}^{n} i$ in a line, then one by itself:

    $$\\int_0^1 x^2 dx = \\frac{1}{3} + \\alpha + \\beta + \\gamma + \\delta + \\epsilon + \\zeta$$

    | name | what it is for | note |
    |---|:-:|--:|
    | alpha | a long cell that does not fit into its column and is wrapped | &lt;x&gt; also long enough to wrap |
    | **beta** | | last |

    | one | two | three | four | five | six | seven |
    |---|---|---|---|---|---|---|
    | eleven is long | twelve is long | thirteen | fourteen &amp; | fifteen | sixteen | seventeen |

    - an item
      1. within it
    - [x] done

    ---

    > quoted text, \u{6F22}\u{5B57}\u{3068}\u{4EEE}\u{540D}\u{3092}\u{6DF7}\u{305C}\u{305F}\u{9577}\u{3044}\u{6587}\u{7AE0} \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} a\u{301}

    ```swift
    let line = "a line of code that is longer than any of the narrow screens is wide, so that it is cut"

    let next = 1
    ```

    ***

    The end
    """

  private static func harness(width: Int, rows: Int = 16) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: rows, columns: width)
    harness.say("question")
    harness.receive(answer)
    harness.end()
    harness.wait(milliseconds: 1_000)
    harness.press("Tab g v")
    return harness
  }

  private struct Stand: Comparable, CustomStringConvertible {
    let row: Int
    let column: Int
    var description: String { "\(row):\(column)" }

    static func < (left: Stand, right: Stand) -> Bool {
      (left.row, left.column) < (right.row, right.column)
    }
  }

  /// Where the caret is in the conversation, along the whole of a line that is cut; `nil` where it is not in view.
  private static func stand(_ harness: WorkbenchHarness) -> Stand? {
    var state = harness.state
    state.layOut()
    let column = state.laneColumns.columns[0]
    let top = state.conversation.lanes[0].topRow(height: state.laneView(of: column).rows)
    return state.caretCell(in: column).map { cell in
      let offset = state.sidewaysOffset(ofRow: top + cell.row, lane: 0)
      return Stand(row: top + cell.row, column: cell.column + offset)
    }
  }

  /// Presses a key until the caret stands still, and tells of each press that did not move it on.
  private static func walk(
    _ key: String,
    _ harness: inout WorkbenchHarness,
    isOnward: (Stand, Stand) -> Bool
  ) throws -> Stand {
    var last = try #require(stand(harness))
    for press in 0..<5_000 {
      harness.press(key)
      let next = try #require(stand(harness), "out of view after \(press) presses from \(last)")
      if next == last { return last }
      #expect(isOnward(last, next), "\(key): from \(last) to \(next)")
      last = next
    }
    Issue.record("\(key) never ends")
    return last
  }

  @Test(arguments: [30, 48, 80, 100], [("j", "k"), ("l", "h"), ("w", "b")])
  func reachesBothEnds(width: Int, keys: (down: String, up: String)) throws {
    var harness = Self.harness(width: width)
    let isOfRows = keys.down == "j"
    let first = try #require(Self.stand(harness))
    let end = try Self.walk(keys.down, &harness) { isOfRows ? $0.row < $1.row : $0 < $1 }
    #expect(end.row == harness.state.conversation.lanes[0].text.rowCount - 2)
    if !isOfRows {
      #expect(
        harness.state.conversation.selection?.caret.offset == Self.answer.utf8.count - 1
      )
    }
    let start = try Self.walk(keys.up, &harness) { isOfRows ? $0.row > $1.row : $0 > $1 }
    #expect(start == first)
  }

  @Test func goesOverMuchThatIsNoText() throws {
    var harness = WorkbenchHarness(rows: 16, columns: 60)
    harness.say("question")
    let thoughts = (1...200).map { "thought \($0)" }.joined(separator: "\n")
    harness.receive(
      .delta(Delta(channel: .reasoning, text: thoughts, time: harness.now)),
      for: RequestID(0)
    )
    harness.receive("answer")
    harness.end()
    harness.wait(milliseconds: 1_000)
    harness.press("Tab z g v j")
    #expect(harness.state.conversation.selection?.caret.message == MessageID(1))
    #expect(Self.stand(harness) != nil)
    harness.press("k")
    #expect(harness.state.conversation.selection?.caret.message == MessageID(0))
    #expect(Self.stand(harness) != nil)
  }
}
