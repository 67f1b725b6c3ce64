@testable import Workbench

extension TextEditor {
  /// An editor from its text with a `|` where the caret stands.
  init(marked: String) {
    let parts = marked.unicodeScalars.split(separator: "|", omittingEmptySubsequences: false)
    self.init(parts.map { String($0) }.joined())
    let before = TextBuffer(String(parts[0]))
    moveCaret(to: before.end)
  }

  /// The text with a `|` where the caret stands.
  var marked: String {
    buffer.text(in: buffer.start..<caret) + "|" + buffer.text(in: caret..<buffer.end)
  }
}
