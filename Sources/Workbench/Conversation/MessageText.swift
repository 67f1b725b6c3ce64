import Conversation
import Typeset

/// One message laid out for one width, row by row; grows with the message at the cost of the new text.
package struct MessageText: Sendable {
  package private(set) var body: TextLayout
  package private(set) var reasoning: TextLayout
  package private(set) var notes: [(note: MessageNote, layout: TextLayout)] = []
  /// Whether the reasoning's lines are rows, or only its header.
  package var showsReasoning = false
  /// Whether the message can gain nothing more, so that it is never looked at again.
  package private(set) var isFrozen = false
  private var bodyBytes = 0
  private var reasoningBytes = 0
  private let width: Int

  init(width: Int) {
    self.width = width
    body = TextLayout(widthInColumns: width)
    reasoning = TextLayout(widthInColumns: width)
  }

  /// Lays out what the message has gained since the last call.
  mutating func extend(to message: Message, notes newNotes: [MessageNote]) {
    Self.extend(&body, to: message.content, from: &bodyBytes)
    if let text = message.reply?.reasoning {
      Self.extend(&reasoning, to: text, from: &reasoningBytes)
    }
    isFrozen = message.reply?.isStreaming != true
    guard notes.map(\.note) != newNotes else { return }
    notes = newNotes.map { note in
      var layout = TextLayout(widthInColumns: width)
      layout.append(note.text)
      return (note, layout)
    }
  }

  private static func extend(_ layout: inout TextLayout, to text: String, from count: inout Int) {
    let total = text.utf8.count
    guard total > count else { return }
    let start = text.utf8.index(text.startIndex, offsetBy: count)
    layout.append(String(text[start...]))
    count = total
  }

  package var rowCount: Int {
    1 + reasoningRows + bodyRows + notes.reduce(0) { $0 + $1.layout.lineCount } + 1
  }

  private var hasReasoning: Bool { reasoningBytes > 0 }
  var reasoningRows: Int {
    hasReasoning ? 1 + (showsReasoning ? reasoning.lineCount : 0) : 0
  }
  var bodyRows: Int { bodyBytes > 0 ? body.lineCount : 0 }

  /// What stands on a row, counted from the message's first.
  package func row(_ index: Int) -> MessageRow {
    if index == 0 { return .header }
    var rest = index - 1
    if rest < reasoningRows { return rest == 0 ? .reasoningHeader : .reasoning(line: rest - 1) }
    rest -= reasoningRows
    if rest < bodyRows { return .body(line: rest) }
    rest -= bodyRows
    for (index, note) in notes.enumerated() {
      if rest < note.layout.lineCount { return .note(index: index, line: rest) }
      rest -= note.layout.lineCount
    }
    return .blank
  }
}
