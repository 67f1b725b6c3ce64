import Conversation
import Typeset
import Workbench

/// The whole conversation as a tree, and below it the message under the cursor.
struct TreeDrawing {
  let view: TreeOverlay
  let state: WorkbenchState

  func draw(on canvas: inout Canvas) {
    let room = state.treeRoom
    let inside = OverlayDrawing.open(
      rows: room.inside.rows,
      columns: room.inside.columns,
      title: title,
      state.size,
      on: &canvas
    )
    var list = inside
    if view.filter != nil {
      drawFilter(inside, on: &canvas)
      list.row += 1
    }
    list.rows = min(state.treeRows(view), inside.endRow - list.row)
    drawRows(list, on: &canvas)
    guard room.preview > 0, list.endRow < inside.endRow else { return }
    drawPreview(below: list.endRow, inside, on: &canvas)
  }

  private var title: String {
    let place = view.rows.isEmpty ? "" : ", \(view.cursor + 1) of \(view.rows.count)"
    let pruned = view.prunedCount == 0 ? "" : ", \(view.prunedCount) deleted"
    return "tree\(place)\(pruned)"
  }

  private func drawFilter(_ inside: Rect, on canvas: inout Canvas) {
    let end = canvas.text(
      "/ \(view.filter ?? "")",
      row: inside.row,
      column: inside.column + 1,
      end: inside.endColumn,
      role: view.isTyping ? .overlay : .muted
    )
    if view.isTyping {
      canvas.placeCursor(row: inside.row, column: min(end, inside.endColumn - 1))
    }
  }

  private func drawRows(_ list: Rect, on canvas: inout Canvas) {
    if view.rows.isEmpty {
      let words = view.filter == nil ? "there is no message left" : "nothing matches"
      canvas.text(
        words,
        row: list.row,
        column: list.column + 1,
        end: list.endColumn,
        role: .muted
      )
    }
    let first = max(0, min(view.cursor - list.rows / 2, view.rows.count - list.rows))
    for (offset, row) in view.rows.dropFirst(first).prefix(list.rows).enumerated() {
      let isSelected = first + offset == view.cursor
      draw(row, isSelected: isSelected, at: list.row + offset, list, on: &canvas)
    }
  }

  private func draw(
    _ row: TreeOverlay.Row,
    isSelected: Bool,
    at y: Int,
    _ list: Rect,
    on canvas: inout Canvas
  ) {
    let message = state.tree[row.message]
    func put(_ text: String, _ role: Role, from column: Int, to end: Int) -> Int {
      canvas.text(text, row: y, column: column, end: end, role: role)
    }
    var column = put(isSelected ? "\u{25B8}" : " ", .overlay, from: list.column, to: list.endColumn)
    column = put(guides(of: row, list), .border, from: column, to: list.endColumn)
    let isOnPath = view.path.contains(row.message)
    column = put(isOnPath ? "\u{25CF} " : "\u{25CB} ", .overlay, from: column, to: list.endColumn)
    let (name, role) = speaker(of: message)
    column = put(name, role, from: column, to: list.endColumn) + 2
    let place = row.siblings > 1 ? "\(row.place) of \(row.siblings)" : ""
    let right = canvas.textRight(
      place,
      row: y,
      start: column,
      end: list.endColumn - 1,
      role: .muted
    )
    let end = place.isEmpty ? list.endColumn - 1 : right - 2
    _ = put(words(of: message), isOnPath ? .overlay : .muted, from: column, to: end)
    guard isSelected else { return }
    canvas.restyle(
      row: y,
      from: list.column,
      to: list.endColumn,
      style: canvas.theme[.selection]
    )
  }

  /// The lines of the branches that a row stands in, two columns each; where they would take more than a third of
  /// the row the outer ones are left out, which a sign says.
  private func guides(of row: TreeOverlay.Row, _ list: Rect) -> String {
    guard view.filter == nil, row.level > 0 else { return "" }
    let most = max(1, list.columns / 6)
    let shown = min(row.level, most)
    let lines = String(repeating: "\u{2502} ", count: shown - (row.beginsBranch ? 1 : 0))
    let all = lines + (row.beginsBranch ? "\u{251C}\u{2500}" : "")
    return row.level > most ? "\u{2039}" + all.dropFirst() : all
  }

  private func speaker(of message: Message) -> (name: String, role: Role) {
    guard let reply = message.reply else {
      return message.isNote ? ("note", .accent) : ("you", .user)
    }
    return (reply.preset.name + (reply.isEdited ? " edited" : ""), .assistant)
  }

  /// The beginning of what was said, on one line; what became of a reply that has no text.
  private func words(of message: Message) -> String {
    let start = message.content.drop(while: \.isWhitespace).prefix(300)
    if !start.isEmpty { return String(start.map { $0.isNewline ? " " : $0 }) }
    if let reply = message.reply { return StreamText.state(of: reply, figures: StreamFigures()) }
    return AttachmentChip.line(of: message.attachments, columns: 200)
  }

  private func drawPreview(below row: Int, _ inside: Rect, on canvas: inout Canvas) {
    let frame = Rect(
      row: inside.row - 1,
      column: inside.column - 1,
      rows: inside.rows + 2,
      columns: inside.columns + 2
    )
    canvas.divider(row: row, of: frame, role: .borderFocused)
    let lower = Rect(
      row: row + 1,
      column: inside.column,
      rows: inside.endRow - row - 1,
      columns: inside.columns
    )
    canvas.fill(lower, role: .text)
    guard let preview = view.preview else { return }
    let rows = 0..<min(lower.rows, preview.text.rowCount)
    let drawing = MessageDrawing(
      message: preview.message,
      text: preview.text,
      rows: rows,
      tree: state.tree
    )
    for offset in rows {
      drawing.draw(row: offset, at: lower.row + offset, lower, on: &canvas)
    }
  }
}
