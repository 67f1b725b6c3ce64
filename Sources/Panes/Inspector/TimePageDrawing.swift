import Conversation
import Workbench

/// Where the time of a reply went, as far as there is room.
struct TimePageDrawing {
  let inspector: Inspector
  let reply: Reply
  let area: Rect

  func draw(on canvas: inout Canvas) {
    let lines = TimePageLines(inspector, reply, width: area.columns - 2).all
    let fits = lines.count <= area.rows
    let rows = fits ? area.rows : area.rows - 1
    let top = max(0, min(inspector.time.top, lines.count - rows))
    for (offset, line) in lines.dropFirst(top).prefix(rows).enumerated() {
      line.draw(
        row: area.row + offset,
        column: area.column + 1,
        end: area.endColumn - 1,
        on: &canvas
      )
    }
    guard !fits else { return }
    let below = lines.count - top - rows
    canvas.text(
      below > 0 ? "\u{2193} \(below) more" : "\u{2191} \(top) more",
      row: area.endRow - 1,
      column: area.column + 1,
      end: area.endColumn,
      role: .accent
    )
  }
}
