import Typeset
import Workbench

/// A list to choose from: its filter, and the lines around the one under the cursor.
enum ListDrawing {
  static func draw(_ list: ListOverlay, _ size: ScreenSize, on canvas: inout Canvas) {
    let rows = min(max(3, list.items.count + 2), max(3, size.rows - 6))
    let inside = OverlayDrawing.open(
      rows: rows,
      columns: min(list.columns, size.columns - 4),
      title: list.title,
      size,
      on: &canvas
    )
    let end = canvas.text(
      "\u{276F} \(list.filter)",
      row: inside.row,
      column: inside.column + 1,
      end: inside.endColumn,
      role: .overlay
    )
    canvas.placeCursor(row: inside.row, column: min(end, inside.endColumn - 1))
    let shown = max(0, inside.rows - 1)
    if list.items.isEmpty {
      canvas.text(
        "nothing matches",
        row: inside.row + 1,
        column: inside.column + 1,
        end: inside.endColumn,
        role: .muted
      )
    }
    let first = max(0, min(list.selection - shown / 2, list.items.count - shown))
    for (row, item) in list.items.dropFirst(first).prefix(shown).enumerated() {
      let isSelected = first + row == list.selection
      draw(item, isSelected: isSelected, row: inside.row + 1 + row, inside, on: &canvas)
    }
  }

  private static func draw(
    _ item: ListOverlay.Item,
    isSelected: Bool,
    row: Int,
    _ inside: Rect,
    on canvas: inout Canvas
  ) {
    let mark = isSelected ? "\u{25B8} " : item.obstacle == nil ? "  " : "\u{2013} "
    let start = canvas.text(
      mark,
      row: row,
      column: inside.column,
      end: inside.endColumn,
      role: .overlay
    )
    let end = canvas.text(
      item.title,
      row: row,
      column: start,
      end: inside.endColumn,
      role: item.obstacle == nil ? .overlay : .muted
    )
    drawRight(of: item, from: end + 2, row: row, inside, on: &canvas)
    if isSelected {
      canvas.restyle(
        row: row,
        from: inside.column,
        to: inside.endColumn,
        style: canvas.theme[.selection]
      )
    }
    canvas.mark(item.matched, of: item.title, row: row, column: start, end: end)
  }

  /// The keys at the end of the line, and before them where it belongs, or why it cannot be chosen.
  private static func drawRight(
    of item: ListOverlay.Item,
    from start: Int,
    row: Int,
    _ inside: Rect,
    on canvas: inout Canvas
  ) {
    let left = canvas.textRight(
      item.detail,
      row: row,
      start: start,
      end: inside.endColumn - 1,
      role: .muted
    )
    let note = item.obstacle.map { "(\($0))" } ?? item.note
    let end = min(left - 2, inside.endColumn - 1 - item.noteIndent)
    canvas.textRight(note, row: row, start: start, end: end, role: .muted)
  }
}

extension ListOverlay {
  /// The columns that the list would have; one with notes is wider.
  fileprivate var columns: Int {
    if case .command = purpose { return 100 }
    return 76
  }
}

extension ListOverlay.Item {
  /// Notes end in one column, whatever the keys beside them.
  fileprivate var noteIndent: Int { 18 }
}

extension Canvas {
  /// Marks characters of a text that is already drawn, by more than colour.
  fileprivate mutating func mark(
    _ positions: [Int],
    of text: String,
    row: Int,
    column: Int,
    end: Int
  ) {
    guard !positions.isEmpty else { return }
    var next = column
    var wanted = positions[...]
    for (position, character) in text.enumerated() {
      guard let first = wanted.first else { return }
      let width = CellWidth.columns(of: character)
      if position == first {
        wanted.removeFirst()
        add([.bold, .underline], row: row, from: next, to: min(next + width, end))
      }
      next += width
    }
  }
}
