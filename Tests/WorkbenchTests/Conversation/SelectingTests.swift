import Conversation
import Support
import Testing
import Workbench

@Suite struct SelectingTests {
  private static func harness(_ answers: [String], rows: Int = 24) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: rows, columns: 80)
    for answer in answers {
      harness.say("question")
      harness.receive(answer)
      harness.end()
    }
    harness.wait(milliseconds: 1_000)
    harness.press("Tab")
    return harness
  }

  private static func copied(_ harness: WorkbenchHarness) -> String? {
    guard case .copy(let text, _)? = harness.effects.last else { return nil }
    return text
  }

  @Test(
    "copies the source between two places",
    arguments: [
      ("v v $ y", "question"), ("v j v e y", "Some"), ("v j w v e y", "bold"),
      ("v j w v w h y", "bold** "), ("v j v l l y", "Som"), ("v j $ v b y", "words."),
      ("v j V y", "Some **bold** words."), ("v j j V y", "- one"), ("v j j V j y", "- one\n- two"),
      ("v G v 0 y", "two"), ("v G y", "- two"), ("v v j 0 e y", "question\n\nSome"),
      ("v v j e Enter", "question\n\nSome"), ("v w w v } h y", "bold** words."),
      ("v j $ v 0 o h y", "Some **bold** words"), ("v V V v l y", "qu"),
    ]
  )
  func copies(keys: String, text: String) {
    var harness = Self.harness(["Some **bold** words.\n\n- one\n- two"])
    harness.press(keys)
    #expect(Self.copied(harness) == text)
    #expect(harness.state.conversation.selection == nil)
  }

  @Test func keepsCharactersWhole() {
    var harness = Self.harness(["a\u{301}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}z"])
    harness.press("v j v l y")
    #expect(Self.copied(harness) == "a\u{301}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}")
  }

  @Test func takesAnEntityWhole() {
    var harness = Self.harness(["x &amp; y"])
    harness.press("v j v w y")
    #expect(Self.copied(harness) == "x &amp;")
  }

  @Test func takesAFormulaWhole() {
    var harness = Self.harness(["x $\\alpha^2$ y"])
    harness.press("v j v w y")
    #expect(Self.copied(harness) == "x $\\alpha^2$")
  }

  @Test func reachesTextThatWasNeverInView() {
    let long = (1...60).map { "line \($0)" }.joined(separator: "\n\n")
    var harness = Self.harness([long, long, long])
    harness.press("v G V g y")
    let question = "question"
    #expect(
      Self.copied(harness)
        == [question, long, question, long, question, long].joined(separator: "\n\n")
    )
  }

  @Test func theViewFollowsTheCaret() {
    let long = (1...60).map { "line \($0)" }.joined(separator: "\n\n")
    var harness = Self.harness([long])
    harness.press("g v ^D ^D ^D")
    let screen = harness.frame()
    #expect(screen.cursor != nil)
    #expect(!screen.text.contains("line 1 "))
    harness.press("^U ^U ^U ^U")
    #expect(harness.screen().contains("line 1 "))
  }

  @Test func showsWhatIsSelected() {
    var harness = WorkbenchHarness(rows: 24, columns: 80) {
      $0.theme = Theme(name: "t", styles: [.selection: Style(attributes: .strike)])
    }
    harness.say("question")
    harness.receive("one **two** three")
    harness.end()
    harness.wait(milliseconds: 1_000)
    harness.press("Tab v j w v w e")
    let shown = harness.frame().cells.filter { $0.style.attributes == .strike }
    let text = shown.compactMap { Unicode.Scalar($0.base).map { String($0) } }.joined()
    #expect(text == "two three")
  }

  @Test func leavesWithoutCopying() {
    var harness = Self.harness(["text"])
    harness.press("v v l Esc")
    #expect(harness.state.conversation.selection == nil)
    #expect(Self.copied(harness) == nil)
    #expect(harness.state.focus == .conversation)
  }

  @Test func startsAtTheCurrentCode() {
    var harness = Self.harness(["words\n\n```\nlet a\n```"])
    harness.press("[ v v e y")
    #expect(Self.copied(harness) == "let")
  }
}
