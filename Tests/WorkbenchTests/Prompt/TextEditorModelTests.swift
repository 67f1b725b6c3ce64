import Support
import Testing

@testable import Workbench

/// The editor beside a naive one that walks a single `String`.
@Suite struct TextEditorModelTests {
  @Test(arguments: Soak.seeds(40, whole: 1_000))
  func agreesWithANaiveEditor(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var editor = TextEditor()
    var model = NaiveEditor()
    for _ in 0..<300 {
      if Bool.random(using: &random), let text = NaiveEditor.pieces.randomElement(using: &random) {
        editor.insert(text)
        model.replace(model.caret..<model.caret, with: text)
      } else if let command = NaiveEditor.commands.randomElement(using: &random) {
        editor.perform(command)
        model.perform(command)
      }
      #expect(editor.marked == model.marked)
    }
  }

  @Test(arguments: Soak.seeds(40, whole: 1_000))
  func undoesEverythingAndDoesItAgain(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var editor = TextEditor()
    for _ in 0..<200 {
      if Bool.random(using: &random), let text = NaiveEditor.pieces.randomElement(using: &random) {
        editor.insert(text)
      } else if let command = NaiveEditor.commands.randomElement(using: &random) {
        editor.perform(command)
      }
    }
    let text = editor.text
    while editor.perform(.undo) {}
    #expect(editor.text == "")
    while editor.perform(.redo) {}
    #expect(editor.text == text)
  }
}

/// One string and an offset in UTF-8.
private struct NaiveEditor {
  static let pieces = [
    "a", "bc", " ", "\n", "\u{301}", "🇩🇪", "🇫", "漢", "👍", "🏽", "x y\nz", "\u{200D}", "1",
  ]
  static let commands: [TextEditor.Command] = [
    .moveLeft, .moveRight, .moveWordLeft, .moveWordRight, .moveToLineStart, .moveToLineEnd,
    .moveToStart, .moveToEnd, .deleteBackward, .deleteForward, .killToLineEnd, .killToLineStart,
    .killBlankWordLeft, .killWordLeft, .killWordRight, .newline,
  ]

  var text = ""
  var caret = 0

  var marked: String { prefix(caret) + "|" + suffix(caret) }

  mutating func replace(_ range: Range<Int>, with new: String) {
    text = prefix(range.lowerBound) + new + suffix(range.upperBound)
    let end = range.lowerBound + new.utf8.count
    let index = text.utf8.index(text.startIndex, offsetBy: end)
    let isAligned = String.Index(index, within: text) != nil
    caret = isAligned ? end : offset(of: text.index(after: index))
  }

  mutating func perform(_ command: TextEditor.Command) {
    switch command {
    case .moveLeft: caret = left
    case .moveRight: caret = right
    case .moveWordLeft: caret = back(over: \.isWord)
    case .moveWordRight: caret = wordEnd
    case .moveToLineStart: caret = lineStart
    case .moveToLineEnd: caret = lineEnd
    case .moveToStart: caret = 0
    case .moveToEnd: caret = text.utf8.count
    case .newline: replace(caret..<caret, with: "\n")
    case .deleteBackward: delete(left..<caret)
    case .deleteForward: delete(caret..<right)
    case .killToLineEnd: delete(caret..<(caret == lineEnd ? right : lineEnd))
    case .killToLineStart: delete((caret == lineStart ? left : lineStart)..<caret)
    case .killBlankWordLeft: delete(back(over: { !$0.isWhitespace })..<caret)
    case .killWordLeft: delete(back(over: \.isWord)..<caret)
    case .killWordRight: delete(caret..<wordEnd)
    default: break
    }
  }

  private mutating func delete(_ range: Range<Int>) {
    if !range.isEmpty { replace(range, with: "") }
  }

  private var before: [Character] { Array(prefix(caret)) }
  private var after: [Character] { Array(suffix(caret)) }
  private var left: Int { caret - (before.last?.utf8.count ?? 0) }
  private var right: Int { caret + (after.first?.utf8.count ?? 0) }
  private var lineStart: Int { caret - size(before.reversed().prefix { $0 != "\n" }) }
  private var lineEnd: Int { caret + size(after.prefix { $0 != "\n" }) }

  private var wordEnd: Int {
    let gap = after.prefix { !$0.isWord }
    return caret + size(gap) + size(after.dropFirst(gap.count).prefix { $0.isWord })
  }

  private func back(over isWord: (Character) -> Bool) -> Int {
    let reversed = Array(before.reversed())
    let gap = reversed.prefix { !isWord($0) }
    return caret - size(gap) - size(reversed.dropFirst(gap.count).prefix(while: isWord))
  }

  private func size(_ characters: some Sequence<Character>) -> Int {
    characters.reduce(0) { $0 + $1.utf8.count }
  }

  private func offset(of index: String.Index) -> Int {
    text.utf8.distance(from: text.startIndex, to: index)
  }

  private func prefix(_ offset: Int) -> String {
    String(decoding: text.utf8.prefix(offset), as: UTF8.self)
  }

  private func suffix(_ offset: Int) -> String {
    String(decoding: text.utf8.dropFirst(offset), as: UTF8.self)
  }
}

extension Character {
  fileprivate var isWord: Bool { isLetter || isNumber }
}
