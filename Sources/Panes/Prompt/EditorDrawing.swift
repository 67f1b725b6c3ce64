import Typeset
import Workbench

/// A text being edited, as it stands in an area.
struct EditorDrawing {
  private let screen: EditorLayout.Screen
  private let area: Rect

  init(_ screen: EditorLayout.Screen, area: Rect) {
    self.screen = screen
    self.area = area
  }

  /// Lays the text out from its first row, as far as that shows the caret.
  init(_ editor: TextEditor, area: Rect) {
    let first = EditorLayout.RowPosition(line: 0, row: 0)
    let layout = EditorLayout(editor, widthInColumns: area.columns)
    self.init(layout.screen(height: area.rows, previous: first), area: area)
  }

  /// Lays the text of a field out in one row, moved to the left as far as that shows the caret.
  init(field editor: TextEditor, area: Rect) {
    let first = EditorLayout.RowPosition(line: 0, row: 0)
    let layout = EditorLayout(editor, widthInColumns: Self.widestField)
    let whole = layout.screen(height: 1, previous: first)
    self.init(whole.movedLeft(by: whole.caretColumn + 1 - area.columns), area: area)
  }

  /// More columns than anybody types in a line.
  private static var widestField: Int { 100_000 }

  /// vi's mode and the keys of a half-typed command, to stand behind a title; empty without vi.
  static func mode(of editor: TextEditor) -> String {
    guard let vi = editor.vi else { return "" }
    return " \u{2500} \(vi.mode.title)" + (vi.pending.isEmpty ? "" : "  \(vi.pending)")
  }

  func draw(role: Role, on canvas: inout Canvas) {
    for (row, glyphs) in screen.rows.enumerated() {
      canvas.put(
        glyphs,
        row: area.row + row,
        column: area.column,
        end: area.endColumn,
        style: canvas.theme[role]
      )
    }
    for (row, labels) in screen.labels.enumerated() {
      for label in labels {
        canvas.restyle(
          row: area.row + row,
          from: area.column + label.lowerBound,
          to: area.column + label.upperBound,
          style: canvas.theme[.accent]
        )
      }
    }
    for (row, columns) in screen.selections.enumerated() {
      guard let columns else { continue }
      canvas.restyle(
        row: area.row + row,
        from: area.column + columns.lowerBound,
        to: min(area.column + columns.upperBound, area.endColumn),
        style: canvas.theme[.selection]
      )
    }
  }

  func placeCursor(on canvas: inout Canvas) {
    canvas.placeCursor(
      row: area.row + screen.caretRow,
      column: area.column + screen.caretColumn
    )
  }
}

extension EditorLayout.Screen {
  /// Without the first columns of each row, and blanks where half a wide glyph would be left.
  fileprivate func movedLeft(by columns: Int) -> EditorLayout.Screen {
    guard columns > 0 else { return self }
    var moved = self
    moved.rows = rows.map { $0.withoutColumns(columns) }
    moved.selections = selections.map { $0?.moved(left: columns) }
    moved.labels = labels.map { $0.compactMap { $0.moved(left: columns) } }
    moved.caretColumn = caretColumn - columns
    return moved
  }
}

extension [Glyph] {
  fileprivate func withoutColumns(_ columns: Int) -> [Glyph] {
    var left = columns
    var rest = self[...]
    while left > 0, let first = rest.popFirst() { left -= Int(first.width) }
    return [Glyph](oneLine: String(repeating: " ", count: Swift.max(0, -left))) + rest
  }
}

extension Range<Int> {
  /// `nil` where nothing of it is left.
  fileprivate func moved(left columns: Int) -> Range<Int>? {
    upperBound > columns ? Swift.max(0, lowerBound - columns)..<upperBound - columns : nil
  }
}
