import Conversation
import Support
import Testing
import Workbench

/// What stands at the top of a view stays there, whatever happens around it.
@Suite struct ScrollAnchorTests {
  /// The first row of text in the conversation.
  private static func topRow(of harness: inout WorkbenchHarness) -> String {
    let rows = harness.screen().split(separator: "\n", omittingEmptySubsequences: false)
    let row = harness.state.laneColumns.columns[0].body.row
    return rows[row].filter { $0.isLetter || $0.isNumber || $0 == " " }
      .split(separator: " ").joined(separator: " ")
  }

  private static func reasoned() -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 20, columns: 60)
    harness.say("go")
    let thoughts = (1...30).map { "thought \($0)" }.joined(separator: "\n")
    harness.receive(
      .delta(Delta(channel: .reasoning, text: thoughts, time: harness.now)),
      for: RequestID(0)
    )
    harness.receive((1...30).map { "line \($0)" }.joined(separator: "\n"))
    harness.end()
    harness.wait(milliseconds: 1_000)
    return harness
  }

  @Test("one line up leaves the end, however far the view stands below it", arguments: 20...32)
  func leavesTheEnd(lines: Int) {
    var harness = WorkbenchHarness(rows: 30, columns: 60)
    harness.say("go")
    harness.receive((1...lines + 20).map { "line \($0)" }.joined(separator: "\n"))
    harness.press("Tab k")
    #expect(harness.screen().contains("1 line below"))
  }

  @Test func staysWhenTheReasoningAboveIsUnfoldedAndFolded() {
    var harness = Self.reasoned()
    harness.press("Tab k k")
    let before = Self.topRow(of: &harness)
    #expect(before.hasPrefix("line"))
    harness.press("z")
    #expect(Self.topRow(of: &harness) == before)
    harness.press("z")
    #expect(Self.topRow(of: &harness) == before)
  }

  @Test func goesToTheHeaderOfReasoningThatIsFoldedUnderTheReader() {
    var harness = Self.reasoned()
    harness.press("Tab z g j j j j j j j j")
    #expect(Self.topRow(of: &harness).hasPrefix("thought"))
    harness.press("z")
    #expect(Self.topRow(of: &harness) == "reasoning 30 lines")
  }

  @Test func staysWhenTheScreenIsResized() {
    var harness = WorkbenchHarness(rows: 20, columns: 72)
    harness.say("go")
    harness.receive((1...200).map { "word\($0)" }.joined(separator: " "))
    harness.press("Tab g j j j j j j")
    let word = Self.topRow(of: &harness).split(separator: " ").first
    harness.apply(.resized(ScreenSize(rows: 20, columns: 40)))
    #expect(Self.topRow(of: &harness).split(separator: " ").contains { $0 == word })
    harness.apply(.resized(ScreenSize(rows: 20, columns: 72)))
    #expect(Self.topRow(of: &harness).split(separator: " ").first == word)
  }

  /// Words that are all different, as one paragraph, as lines, and in a table's cells.
  private static let texts = [
    (0..<4_000).map { "word\($0)" }.joined(separator: " "),
    (0..<900).map { "word\($0)" + ($0.isMultiple(of: 7) ? "\n" : " ") }.joined(),
    "| a | b |\n|---|---|\n"
      + (0..<40).map { row in
        let words = (0..<24).map { "word\(row * 24 + $0)" }
        return
          "| \(words[..<12].joined(separator: " ")) | \(words[12...].joined(separator: " ")) |\n"
      }.joined(),
  ]

  @Test("the word at the top left stays in the top row at any width", arguments: 0..<UInt64(24))
  func staysOnItsWord(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var harness = WorkbenchHarness(rows: 24, columns: 90)
    harness.say("go")
    harness.receive(Self.texts[Int(seed) % Self.texts.count])
    harness.end()
    harness.press("Tab g")
    for _ in 0..<Int.random(in: 5...40, using: &random) { harness.press("j") }
    func wordsAtTop() -> [Substring] {
      Self.topRow(of: &harness).split(separator: " ").filter { $0.hasPrefix("word") }
    }
    // A line between two rows of a table has none.
    if wordsAtTop().isEmpty { harness.press("j") }
    let word = try #require(wordsAtTop().first)
    for _ in 0..<6 {
      let columns = Int.random(in: 66...200, using: &random)
      harness.apply(.resized(ScreenSize(rows: 24, columns: columns)))
      #expect(wordsAtTop().contains(word), "\(word) is not at the top of \(columns) columns")
    }
  }

  @Test func showsTheSiblingThatWasChosen() {
    var harness = WorkbenchHarness(rows: 20, columns: 60)
    for answer in ["first", "second"] {
      harness.say("question")
      harness.receive(answer + String(repeating: "\nmore", count: 40))
      harness.end()
    }
    harness.wait(milliseconds: 1_000)
    harness.press("Tab K K r")
    harness.receive("another")
    harness.end()
    harness.wait(milliseconds: 1_000)
    harness.press("<")
    #expect(Self.topRow(of: &harness).contains("fast"))
    #expect(harness.screen().contains("first"))
  }

  @Test func goesThroughSiblingsAsFastAsTheKeysCome() {
    var harness = WorkbenchHarness()
    for answer in ["one", "two", "three"] {
      if answer == "one" { harness.say("question") } else { harness.press("F5") }
      harness.receive(answer)
      harness.end()
    }
    harness.say("go on")
    harness.end()
    harness.wait(milliseconds: 1_000)
    harness.press("Tab K K < <")
    #expect(harness.state.conversation.lanes[0].current == MessageID(1))
  }

  @Test func showsReasoningThatComesAfterTheContentHasBegun() {
    var harness = WorkbenchHarness(rows: 20, columns: 60)
    harness.say("go")
    for (channel, text) in [
      (Delta.Channel.reasoning, "first "), (.content, "answer"), (.reasoning, "late"),
    ] {
      harness.receive(
        .delta(Delta(channel: channel, text: text, time: harness.now)),
        for: RequestID(0)
      )
      _ = harness.frame()
    }
    harness.press("Tab z")
    #expect(harness.screen().contains("first late"))
  }
}
