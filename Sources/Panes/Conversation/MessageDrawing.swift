import Conversation
import Typeset
import Workbench

/// The rows of one message.
struct MessageDrawing {
  let message: Message
  let text: MessageText
  let tree: MessageTree
  let codeOffset: Int
  /// The part that keys act on, where it is this message's.
  private let currentCode: Range<Int>?
  private let currentLink: DocumentLink?
  private let marks: TextMarks
  private let marksOfReasoning: TextMarks

  init(
    message: Message,
    text: MessageText,
    tree: MessageTree,
    codeOffset: Int,
    element: LaneElement?,
    search: ConversationSearch?,
    selection: TextSelection?
  ) {
    self.message = message
    self.text = text
    self.tree = tree
    self.codeOffset = codeOffset
    currentCode = element.flatMap { element in
      element.kind == .code ? text.body.codeRange(beginningAt: element.source) : nil
    }
    currentLink = text.link(of: element)
    var marks = TextMarks(search, in: message.id, isReasoning: false)
    marks.selection = selection?.range(in: message)
    self.marks = marks
    marksOfReasoning = TextMarks(search, in: message.id, isReasoning: true)
  }

  /// Draws a row of the message on the row `y` of the screen.
  func draw(row: Int, at y: Int, _ view: Rect, on canvas: inout Canvas) {
    let start = view.column + WorkbenchState.textIndent
    switch text.row(row) {
    case .header: drawHeader(at: y, view, on: &canvas)
    case .reasoningHeader: drawReasoningHeader(at: y, view, on: &canvas)
    case .reasoning(let row):
      var document = drawing(of: text.reasoning, base: .reasoning)
      document.marks = marksOfReasoning
      document.draw(row: row, at: y, from: start, to: view.endColumn, on: &canvas)
      mark(marksOfReasoning.current, of: text.reasoning, row: row, at: y, view, on: &canvas)
    case .body(let row):
      var document = drawing(of: text.body, base: .text)
      document.currentLink = currentLink?.id
      document.marks = marks
      let end = document.draw(row: row, at: y, from: start, to: view.endColumn, on: &canvas)
      markElement(row: row, at: y, view, on: &canvas)
      mark(marks.current, of: text.body, row: row, at: y, view, on: &canvas)
      if message.reply?.isStreaming == true, row == text.body.rowCount - 1 {
        canvas.text("\u{258C}", row: y, column: end, end: view.endColumn, role: .text)
      }
    case .note(let index, let line):
      let note = text.notes[index]
      canvas.put(
        note.layout,
        line: line,
        row: y,
        column: start,
        end: view.endColumn,
        role: note.note.role
      )
    case .blank: break
    }
  }

  private func drawing(of document: Document, base: Role) -> DocumentDrawing {
    DocumentDrawing(
      document: document,
      base: base,
      linkSpace: message.id.rawValue << 1 | (base == .text ? 0 : 1),
      codeOffset: codeOffset
    )
  }

  /// Marks the rows of the current code or link to the left of the text.
  private func markElement(row: Int, at y: Int, _ view: Rect, on canvas: inout Canvas) {
    let sign: String
    if let currentCode, text.body.codeSource(atRow: row) == currentCode {
      sign = text.body.codeSource(atRow: row - 1) == currentCode ? "\u{2503}" : "\u{25B8}"
    } else if let currentLink, text.body.row(ofSourceOffset: currentLink.source) == row {
      sign = "\u{25B8}"
    } else {
      return
    }
    let column = view.column + WorkbenchState.textIndent - 2
    canvas.text(sign, row: y, column: column, end: view.endColumn, role: .accent)
  }

  /// Marks the row of the current hit, which may be in markup that is not shown.
  private func mark(
    _ hit: Range<Int>?,
    of document: Document,
    row: Int,
    at y: Int,
    _ view: Rect,
    on canvas: inout Canvas
  ) {
    guard let hit, document.row(ofSourceOffset: hit.lowerBound) == row else { return }
    let column = view.column + WorkbenchState.textIndent - 2
    canvas.text("\u{25B8}", row: y, column: column, end: view.endColumn, role: .accent)
  }

  private func drawReasoningHeader(at y: Int, _ view: Rect, on canvas: inout Canvas) {
    let sign = text.options.showsReasoning ? "\u{25BE}" : "\u{25B8}"
    let start = view.column + WorkbenchState.textIndent
    canvas.text(
      "\(sign) \(foldTitle(columns: view.endColumn - start - 2))",
      row: y,
      column: start,
      end: view.endColumn,
      role: message.isReply ? .reasoning : .accent
    )
  }

  /// What is folded: so many lines of reasoning, or these files.
  private func foldTitle(columns: Int) -> String {
    guard message.isReply else {
      return AttachmentChip.line(of: message.attachments, columns: columns)
    }
    let count = text.reasoning.rowCount
    return "reasoning, \(count) \(count == 1 ? "line" : "lines")"
  }

  private func drawHeader(at y: Int, _ view: Rect, on canvas: inout Canvas) {
    var column = view.column + 1
    if let reply = message.reply {
      column = canvas.text(
        reply.preset.name,
        row: y,
        column: column,
        end: view.endColumn,
        role: .assistant
      )
      let model = reply.reportedModel ?? reply.preset.model
      if model != reply.preset.name {
        column = canvas.text(
          "  \(model)",
          row: y,
          column: column,
          end: view.endColumn,
          role: .muted
        )
      }
    } else {
      column = canvas.text("you", row: y, column: column, end: view.endColumn, role: .user)
    }
    let siblings = tree.siblings(of: message.id)
    if siblings.count > 1, let position = siblings.firstIndex(of: message.id) {
      column = canvas.text(
        "  \(position + 1) of \(siblings.count)",
        row: y,
        column: column,
        end: view.endColumn,
        role: .muted
      )
    }
    if let reply = message.reply { drawFigures(of: reply, at: y, from: column, view, on: &canvas) }
  }

  private func drawFigures(
    of reply: Reply,
    at y: Int,
    from column: Int,
    _ view: Rect,
    on canvas: inout Canvas
  ) {
    guard let sent = reply.sent, let first = reply.firstDelta, let ended = reply.ended else {
      return
    }
    let total = StreamText.seconds(ended.seconds(since: sent))
    let wait = StreamText.milliseconds(first.milliseconds(since: sent))
    canvas.textRight(
      "TTFT \(wait)  \(total)",
      row: y,
      start: column + 2,
      end: view.endColumn - 1,
      role: .muted
    )
  }
}
