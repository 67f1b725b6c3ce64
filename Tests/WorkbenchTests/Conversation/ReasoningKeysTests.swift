import Conversation
import Support
import Testing

@testable import Workbench

/// What keys and the pointer do in reasoning and in the files of a message, where they are unfolded.
@Suite struct ReasoningKeysTests {
  private static func harness(isUnfolded: Bool = true) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 30, columns: 70) { $0.showsReasoning = isUnfolded }
    harness.say("question")
    let thought =
      "Think of [this](https://this.example/).\n\n```swift\nlet inner = 1\n```\n\nEnough **thought**."
    let delta = Delta(channel: .reasoning, text: thought, time: harness.now)
    harness.receive(.delta(delta), for: RequestID(0))
    harness.receive("Answer [that](https://that.example/)\n\n```\nouter\n```")
    harness.end()
    harness.wait(milliseconds: 1_000)
    harness.press("Tab")
    return harness
  }

  /// The link that is asked about before it is opened.
  private static func asked(_ harness: WorkbenchHarness) -> String? {
    guard case .link(let url)? = harness.state.overlay else { return nil }
    return url
  }

  private static func copied(_ harness: WorkbenchHarness) -> String? {
    guard case .copy(let text, _)? = harness.effects.last else { return nil }
    return text
  }

  @Test(
    "copies code of reasoning",
    arguments: [
      ("[ Y", "outer"), ("[ [ Y", "let inner = 1"), ("g ] Y", "let inner = 1"),
      ("g ] ] Y", "outer"),
    ]
  )
  func copiesCode(keys: String, code: String) {
    var harness = Self.harness()
    harness.press(keys)
    #expect(Self.copied(harness) == code)
  }

  @Test(
    "goes to links of reasoning",
    arguments: [("(", "that"), ("( (", "this"), ("g )", "this"), ("g ) )", "that")]
  )
  func goesToLinks(keys: String, name: String) {
    var harness = Self.harness()
    harness.press(keys)
    #expect(harness.state.currentLink?.url == "https://\(name).example/")
    harness.press("o")
    #expect(Self.asked(harness) == "https://\(name).example/")
  }

  @Test func foldedReasoningIsPassedBy() {
    var harness = Self.harness(isUnfolded: false)
    harness.press("[ [ Y")
    #expect(Self.copied(harness) == "outer")
    harness.press("( (")
    #expect(harness.state.currentLink?.url == "https://that.example/")
  }

  @Test(
    "copies the source of reasoning",
    arguments: [
      ("[ [ v v e y", "let"), ("g v j v $ y", "Think of [this](https://this.example/)."),
      ("g v G V g y", nil), ("[ [ v } v e y", "Enough"),
    ] as [(String, String?)]
  )
  func selects(keys: String, text: String?) {
    var harness = Self.harness()
    harness.press(keys)
    let message = harness.state.tree[MessageID(1)]
    let all = ["question", message.reply?.reasoning ?? "", String(message.content.dropLast(4))]
      .joined(
        separator: "\n\n"
      )
    #expect(Self.copied(harness) == text ?? all)
  }

  @Test func foldingGivesUpACaretInReasoning() {
    var harness = Self.harness()
    harness.press("[ [ v")
    #expect(harness.state.conversation.selection?.caret.section == .reasoning)
    harness.press("Esc Z v")
    _ = harness.screen()
    #expect(harness.state.conversation.selection?.caret.section == .content)
  }

  private static func press(_ text: String, _ harness: inout WorkbenchHarness) {
    for (row, line) in harness.screen().split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard let range = line.firstRange(of: text) else { continue }
      let column = line.distance(from: line.startIndex, to: range.lowerBound)
      for kind in [MouseEvent.Kind.press, .release] {
        harness.apply(.input(.mouse(MouseEvent(kind: kind, row: row, column: column))))
      }
      return
    }
    Issue.record("\(text) is not on screen")
  }

  @Test func clicksActInReasoning() {
    var harness = Self.harness()
    Self.press("this", &harness)
    #expect(harness.state.currentLink?.url == "https://this.example/")
    #expect(harness.state.status?.text == "https://this.example/")
    #expect(Self.asked(harness) == nil)
    Self.press("this", &harness)
    #expect(Self.asked(harness) == "https://this.example/")
    harness.press("Esc")
    Self.press("inner", &harness)
    harness.press("Y")
    #expect(Self.copied(harness) == "let inner = 1")
  }

  @Test func theCaretEntersFiles() {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.say("Compare @notes.md")
    let file = AttachedFile(name: "notes.md", sizeInBytes: 13, content: .text("first\nsecond\n"))
    harness.read([AttachmentReading(AttachmentPath("notes.md"), .success(file))])
    harness.receive("They differ.")
    harness.end()
    harness.wait(milliseconds: 1_000)
    harness.press("Tab K z g v")
    harness.press("v $ y")
    #expect(Self.copied(harness) == "notes.md:")
    harness.press("g ] Y")
    #expect(Self.copied(harness) == "first\nsecond")
    harness.press("K z g v V y")
    #expect(Self.copied(harness) == "Compare @notes.md")
    harness.press("K z /")
    harness.type("second")
    #expect(harness.state.conversation.search?.count == "1 of 1")
  }
}
