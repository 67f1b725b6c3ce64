import Testing

@testable import Workbench

@Suite struct TextEditorTests {
  @Test(
    "does to the text what readline does, the caret at |",
    arguments: [
      ("ab|c", .moveLeft, "a|bc"), ("|a", .moveLeft, "|a"), ("a\n|b", .moveLeft, "a|\nb"),
      ("a|\nb", .moveRight, "a\n|b"),
      ("|👨‍👩‍👧b", .moveRight, "👨‍👩‍👧|b"), ("one two|", .moveWordLeft, "one |two"),
      ("a, b|", .moveWordLeft, "a, |b"),
      ("x\n\n|y", .moveWordLeft, "|x\n\ny"), ("|one two", .moveWordRight, "one| two"),
      ("one| \ntwo", .moveWordRight, "one \ntwo|"),
      ("a\nbc|d", .moveToLineStart, "a\n|bcd"), ("a\n|bc\nd", .moveToLineEnd, "a\nbc|\nd"),
      ("a\nb|", .moveToStart, "|a\nb"),
      ("|a\nb", .moveToEnd, "a\nb|"), ("a|b", .newline, "a\n|b"),
      ("ae\u{301}|", .deleteBackward, "a|"), ("a\n|b", .deleteBackward, "a|b"),
      ("|", .deleteBackward, "|"), ("a|🇩🇪b", .deleteForward, "a|b"),
      ("a|\nb", .deleteForward, "a|b"), ("a|bc\nd", .killToLineEnd, "a|\nd"),
      ("a|\nd", .killToLineEnd, "a|d"), ("a\nbc|d", .killToLineStart, "a\n|d"),
      ("a\n|b", .killToLineStart, "a|b"),
      ("cd /usr/bin |x", .killBlankWordLeft, "cd |x"), ("cd /usr/bin|", .killWordLeft, "cd /usr/|"),
      ("a| b-c", .killWordRight, "a|-c"),
      ("ab|c", .transpose, "acb|"), ("abc|", .transpose, "acb|"), ("|abc", .transpose, "|abc"),
      ("a|", .transpose, "a|"),
      ("a\n|b", .transpose, "a\n|b"), ("| straße x", .uppercaseWord, " STRASSE| x"),
      ("|ÉTÉ", .lowercaseWord, "été|"),
      ("|hELLO", .capitalizeWord, "Hello|"), ("a|\nb", .clear, "|"), ("a|b", .yank, "a|b"),
      ("a|b", .yankPop, "a|b"), ("a|b", .undo, "a|b"),
    ] as [(String, TextEditor.Command, String)]
  )
  func performs(before: String, command: TextEditor.Command, after: String) {
    var editor = TextEditor(marked: before)
    let isChanged = editor.perform(command)
    #expect(editor.marked == after)
    #expect(isChanged == (before != after))
  }

  @Test func yanksWhatWasKilled() {
    var editor = TextEditor("one two")
    editor.perform(.killWordLeft)
    editor.perform(.moveToStart)
    editor.perform(.yank)
    #expect(editor.marked == "two|one ")
  }

  @Test func joinsKillsInARow() {
    var editor = TextEditor(marked: "one two| three\nfour")
    for command in [.killWordLeft, .killToLineEnd, .killToLineEnd, .yank] as [TextEditor.Command] {
      editor.perform(command)
    }
    #expect(editor.marked == "one two three\n|four")
  }

  @Test func doesNotJoinAKillToOneThatTookNothing() {
    var editor = TextEditor("a b")
    editor.perform(.killWordLeft)
    editor.perform(.moveToEnd)
    editor.perform(.killToLineEnd)
    editor.perform(.killWordLeft)
    editor.perform(.yank)
    #expect(editor.marked == "a |")
  }

  @Test func goesAroundTheKillRing() {
    var editor = TextEditor("a\nb\nc")
    for _ in 0..<3 {
      editor.perform(.killToLineStart)
      editor.perform(.moveLeft)
    }
    #expect(editor.marked == "|\n\n")
    editor.perform(.yank)
    var seen = [editor.text]
    for _ in 0..<3 {
      editor.perform(.yankPop)
      seen.append(editor.text)
    }
    #expect(seen == ["a\n\n", "b\n\n", "c\n\n", "a\n\n"])
  }

  @Test func undoesTypingWordByWord() {
    var editor = TextEditor()
    for character in "one two" { editor.insert(String(character)) }
    var seen: [String] = []
    while editor.perform(.undo) { seen.append(editor.marked) }
    #expect(seen == ["one |", "|"])
    while editor.perform(.redo) { seen.append(editor.marked) }
    #expect(seen == ["one |", "|", "one |", "one two|"])
  }

  @Test func undoesErasingInARowAtOnce() {
    var editor = TextEditor("one two")
    for _ in 0..<3 { editor.perform(.deleteBackward) }
    editor.perform(.undo)
    #expect(editor.marked == "one two|")
  }

  @Test func forgetsWhatWasUndoneWhenTheTextChanges() {
    var editor = TextEditor()
    editor.insert("a")
    editor.perform(.undo)
    editor.insert("b")
    let isRedone = editor.perform(.redo)
    #expect(!isRedone)
    #expect(editor.marked == "b|")
  }

  @Test func keepsWhatWasClearedInTheRingAndInUndo() {
    var editor = TextEditor("draft\nof two")
    editor.perform(.clear)
    editor.perform(.yank)
    #expect(editor.text == "draft\nof two")
    editor.perform(.undo)
    editor.perform(.undo)
    #expect(editor.text == "draft\nof two")
  }

  @Test func beginsAnewButKeepsTheRing() {
    var editor = TextEditor("sent")
    editor.perform(.clear)
    let revision = editor.revision
    editor.reset()
    let isUndone = editor.perform(.undo)
    #expect(!isUndone)
    editor.perform(.yank)
    #expect(editor.text == "sent")
    #expect(editor.revision > revision)
  }

  @Test func takesEveryLineEndAsOne() {
    var editor = TextEditor("x")
    editor.paste("a\r\nb\rc\nd")
    #expect(editor.buffer.lines == ["xa", "b", "c", "d"])
    editor.perform(.undo)
    #expect(editor.marked == "x|")
    editor.perform(.redo)
    #expect(editor.text == "xa\nb\nc\nd")
  }

  @Test func neverStandsInsideACharacter() {
    var editor = TextEditor(marked: "e|\u{301}x")
    #expect(editor.marked == "e\u{301}|x")
    editor = TextEditor(marked: "🇩a|🇪")
    editor.perform(.deleteBackward)
    #expect(editor.marked == "🇩🇪|")
    editor.perform(.undo)
    #expect(editor.marked == "🇩a|🇪")
  }

  @Test func setsTheTextAsOneEdit() {
    var editor = TextEditor(marked: "a|b")
    editor.setText("other")
    #expect(editor.marked == "other|")
    editor.perform(.undo)
    #expect(editor.marked == "a|b")
  }

  @Test func takesTenMegabytesInOneEdit() {
    let text = String(repeating: "0123456789abcdefghijklmnopqrstuvwxyz, 漢字\n", count: 250_000)
    var editor = TextEditor("end")
    editor.moveCaret(to: editor.buffer.start)
    editor.paste(text)
    editor.insert("x")
    #expect(editor.text.utf8.count == text.utf8.count + 4)
    editor.perform(.undo)
    editor.perform(.undo)
    #expect(editor.marked == "|end")
  }
}
