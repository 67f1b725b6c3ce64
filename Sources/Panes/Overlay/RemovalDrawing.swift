import Typeset
import Workbench

/// The question what is to be deleted.
enum RemovalDrawing {
  static func draw(_ dialog: RemovalDialog, _ size: ScreenSize, on canvas: inout Canvas) {
    let columns = max(4, min(74, size.columns - 4))
    let words = dialog.items.map { TextLayout($0.words, widthInColumns: columns - 3) }
    let inside = OverlayDrawing.open(
      rows: words.reduce(0) { $0 + $1.lineCount },
      columns: columns,
      title: "delete",
      size,
      on: &canvas
    )
    var row = inside.row
    for (index, layout) in words.enumerated() {
      let isSelected = index == dialog.selection
      if isSelected {
        canvas.text(
          "\u{25B8}",
          row: row,
          column: inside.column,
          end: inside.endColumn,
          role: .overlay
        )
      }
      for line in 0..<layout.lineCount where row < inside.endRow {
        canvas.put(
          layout,
          line: line,
          row: row,
          column: inside.column + 2,
          end: inside.endColumn,
          role: .overlay
        )
        if isSelected {
          let style = canvas.theme[.selection]
          canvas.restyle(row: row, from: inside.column, to: inside.endColumn, style: style)
        }
        row += 1
      }
    }
  }
}
