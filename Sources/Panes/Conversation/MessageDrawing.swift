import Conversation
import Measuring
import Typeset
import Workbench

/// The rows of one message.
struct MessageDrawing {
  let message: Message
  let text: MessageText
  let tree: MessageTree
  let codeOffset: Int
  /// Whether nothing may tell which preset wrote it.
  var hidesNames = false
  private let reasoning: SectionDrawing
  private let content: SectionDrawing

  init(
    message: Message,
    text: MessageText,
    rows: Range<Int>,
    tree: MessageTree,
    codeOffset: Int = 0,
    element: LaneElement? = nil,
    search: ConversationSearch? = nil,
    selection: TextSelection? = nil,
    difference: LaneDifference? = nil
  ) {
    self.message = message
    self.text = text
    self.tree = tree
    self.codeOffset = codeOffset
    func drawing(of section: MessageSection) -> SectionDrawing {
      let own = element.flatMap { $0.section == section ? $0 : nil }
      var drawing = SectionDrawing(section, of: message, text, element: own, codeOffset: codeOffset)
      if search != nil || selection != nil || difference != nil {
        let drawn = rows.compactMap { text.sectionRow($0) }
        drawing.mark(search, selection, difference, of: message, on: drawn)
      }
      return drawing
    }
    reasoning = drawing(of: .reasoning)
    content = drawing(of: .content)
  }

  /// Draws a row of the message on the row `y` of the screen.
  func draw(row: Int, at y: Int, _ view: Rect, on canvas: inout Canvas) {
    let start = view.column + WorkbenchState.textIndent
    switch text.row(row) {
    case .header: drawHeader(at: y, view, on: &canvas)
    case .reasoningHeader: drawReasoningHeader(at: y, view, on: &canvas)
    case .reasoning(let row): reasoning.draw(row: row, at: y, view, on: &canvas)
    case .body(let row):
      let end = content.draw(row: row, at: y, view, on: &canvas)
      if message.reply?.isStreaming == true, row == text.body.rowCount - 1 {
        canvas.text("\u{258C}", row: y, column: end, end: view.endColumn, role: .text)
      }
    case .same(let rows):
      canvas.text(
        "\u{22EF} \(rows.count) lines the same",
        row: y,
        column: start,
        end: view.endColumn,
        role: .muted
      )
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
    let siblings = tree.siblings(of: message.id)
    // The order of the siblings is that in which the presets were asked.
    let position = siblings.count > 1 && !hidesNames ? siblings.firstIndex(of: message.id) : nil
    let place = position.map { "  \($0 + 1) of \(siblings.count)" } ?? ""
    var column = drawSpeaker(at: y, view, leaving: CellWidth.columns(of: place), on: &canvas)
    column = canvas.text(place, row: y, column: column, end: view.endColumn, role: .muted)
    if let reply = message.reply, !hidesNames {
      drawFigures(of: reply, at: y, from: column, view, on: &canvas)
    }
  }

  /// Draws who speaks; the model only where it leaves room for what follows.
  ///
  /// - Returns: The column after it.
  private func drawSpeaker(
    at y: Int,
    _ view: Rect,
    leaving columns: Int,
    on canvas: inout Canvas
  ) -> Int {
    func put(_ text: String, _ role: Role, from column: Int, before end: Int) -> Int {
      canvas.text(text, row: y, column: column, end: end, role: role)
    }
    let start = view.column + 1
    let end = view.endColumn
    guard let reply = message.reply else {
      guard message.isNote else { return put("you", .user, from: start, before: end) }
      let note = put("note", .accent, from: start, before: end)
      return put("  not sent", .muted, from: note, before: end)
    }
    guard !hidesNames else { return put("answer", .assistant, from: start, before: end) }
    var column = put(reply.preset.name, .assistant, from: start, before: end - columns)
    let model = "  \(reply.reportedModel ?? reply.preset.model)"
    let fits = column + CellWidth.columns(of: model) + columns <= end
    if model != "  \(reply.preset.name)", fits || columns == 0 {
      column = put(model, .muted, from: column, before: end)
    }
    return reply.isEdited ? put("  edited", .warning, from: column, before: end) : column
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
    let total = FigureText.seconds(ended.seconds(since: sent))
    let wait = FigureText.milliseconds(first.milliseconds(since: sent))
    canvas.textRight(
      "TTFT \(wait)  \(total)",
      row: y,
      start: column + 2,
      end: view.endColumn - 1,
      role: .muted
    )
  }
}
