import Conversation

/// The prompt: the text being written, its history, and what Enter will do with it.
package struct PromptPane: Sendable {
  package internal(set) var editor = TextEditor()
  package internal(set) var history = PromptHistory()
  /// The files that the text names.
  package internal(set) var attachments = PromptAttachments()
  /// What is being edited; `nil` while a new message is written.
  package internal(set) var editing: PromptEditing?
  /// The first words of the next reply; empty for none.
  package internal(set) var prefill = ""
  /// The rows of the text in view, as of the last layout.
  package private(set) var screen = EditorLayout(TextEditor(), widthInColumns: 2)
    .screen(height: 1, previous: EditorLayout.RowPosition(line: 0, row: 0))
  /// The search through the history, while it is open.
  @Boxed package internal(set) var search: HistorySearch? = nil
  package internal(set) var completion = Completion()
  /// The rows that the text takes, as last measured; at least one.
  package private(set) var rowCount = 1
  private var measured = (revision: -1, columns: 0)
  /// What was in the prompt before a message was taken in for editing.
  @Boxed private var draft: TextEditor? = nil

  init() {}

  /// Counts the rows that the text takes at a width, no further than any screen is high; only when the
  /// text or the width changed.
  mutating func measure(columns: Int) {
    guard measured.revision != editor.revision || measured.columns != columns else { return }
    measured = (editor.revision, columns)
    rowCount = EditorLayout(editor, widthInColumns: columns - Self.margin).rowCount(upTo: 100)
  }

  /// Columns left of the text for the prompt's mark.
  package static var margin: Int { 2 }

  /// Brings the rows in view up to date.
  mutating func layOut(in area: Rect) {
    screen = EditorLayout(editor, widthInColumns: area.columns - Self.margin)
      .screen(height: area.rows, previous: screen.top)
  }

  /// Whether there is nothing to send: no text, or only white space.
  package var isBlank: Bool {
    editor.buffer.lines.allSatisfy { $0.allSatisfy(\.isWhitespace) }
  }

  mutating func edit(_ what: PromptEditing, text: String) {
    if editing == nil { draft = editor }
    editing = what
    editor.setText(what.isSent ? SlashLine.typed(text) : text)
    editor.enterInsertMode()
  }

  /// Leaves editing, with the text that stood there before.
  mutating func abandonEditing() {
    editing = nil
    editor.restore(draft ?? TextEditor())
    draft = nil
  }

  /// Puts messages that were not sent before what is being written, which is not the message being edited.
  mutating func putBack(_ messages: [String]) {
    if editing != nil {
      draft = draft ?? TextEditor()
      draft?.putBefore(messages)
    } else {
      editor.putBefore(messages)
    }
  }

  /// Takes out the first words of the next reply.
  mutating func takePrefill() -> String {
    defer { prefill = "" }
    return prefill
  }

  /// Takes the text out to be sent.
  mutating func take() -> String {
    let text = editor.text
    if editing != nil, let draft {
      editor.restore(draft)
    } else {
      editor.reset()
      attachments.forgetPastes()
    }
    draft = nil
    history.add(text)
    return text
  }
}

extension TextEditor {
  fileprivate mutating func putBefore(_ messages: [String]) {
    let typed = SlashLine.typed(messages.joined(separator: "\n"))
    setText(isEmpty ? typed : typed + "\n" + text)
  }
}
