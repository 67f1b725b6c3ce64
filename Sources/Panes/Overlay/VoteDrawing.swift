import Typeset
import Workbench

/// The question which of a turn's answers is the best, and below it why.
enum VoteDrawing {
  static func draw(_ dialog: VoteDialog, _ state: WorkbenchState, on canvas: inout Canvas) {
    let size = state.size
    let lines = dialog.choices.map { line(of: $0) }
    let widest = lines.map { CellWidth.columns(of: $0) }.max() ?? 0
    let inside = OverlayDrawing.open(
      rows: lines.count + 2,
      columns: min(max(widest + 6, 56), size.columns - 4),
      title: "which answer is the best?",
      size,
      on: &canvas
    )
    let shown = max(1, inside.rows - 2)
    let first = max(0, min(dialog.cursor - shown / 2, lines.count - shown))
    for (offset, text) in lines.dropFirst(first).prefix(shown).enumerated() {
      // What was not chosen yet is not marked as if it were.
      let isChosen = first + offset == dialog.cursor && (dialog.hasChosen || !dialog.isNoting)
      let role: Role = isChosen && !dialog.isNoting ? .selection : .overlay
      let y = inside.row + offset
      if role == .selection {
        let style = canvas.theme[role]
        canvas.fill(row: y, from: inside.column, to: inside.endColumn, with: 0x20, style: style)
      }
      canvas.text(
        (isChosen ? sign(of: dialog) : "  ") + text,
        row: y,
        column: inside.column + 1,
        end: inside.endColumn,
        role: role
      )
    }
    let accept = state.keyMap.notation(for: .listAccept) ?? "Enter"
    drawGuidance(dialog.guidance(accept: accept), inside, on: &canvas)
    drawNote(dialog, inside, on: &canvas)
  }

  /// A cursor while it can be moved; then what was chosen.
  private static func sign(of dialog: VoteDialog) -> String {
    dialog.isNoting ? "\u{2713} " : "\u{25B8} "
  }

  private static func drawGuidance(
    _ guidance: (text: String, isComplaint: Bool),
    _ inside: Rect,
    on canvas: inout Canvas
  ) {
    guard inside.rows > 3 else { return }
    canvas.text(
      guidance.text,
      row: inside.endRow - 2,
      column: inside.column + 1,
      end: inside.endColumn,
      role: guidance.isComplaint ? .warning : .muted
    )
  }

  private static func line(of choice: VoteDialog.Choice) -> String {
    // A lane's words begin with its number, which is its key.
    if case .answer? = choice.verdict { return choice.words }
    return "\(choice.key)  \(choice.words)"
  }

  private static func drawNote(_ dialog: VoteDialog, _ inside: Rect, on canvas: inout Canvas) {
    guard inside.rows > 2 else { return }
    let row = inside.endRow - 1
    let start = canvas.text(
      (dialog.isNoting ? "\u{25B8} " : "  ") + "why (optional): ",
      row: row,
      column: inside.column + 1,
      end: inside.endColumn,
      role: dialog.isNoting ? .hintKey : .muted
    )
    let field = Rect(
      row: row,
      column: start,
      rows: 1,
      columns: max(1, inside.endColumn - start - 1)
    )
    let editing = EditorDrawing(field: dialog.note, area: field)
    editing.draw(role: .overlay, on: &canvas)
    if dialog.isNoting { editing.placeCursor(on: &canvas) }
  }
}
