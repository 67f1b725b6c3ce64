import Conversation
import Typeset
import Workbench

/// One conversation of the list: its marks, title and tags, and at the right end preset, length and age; below,
/// where there is a second row, how it goes on.
struct ConversationRowDrawing {
  private let summary: ConversationSummary
  private let state: WorkbenchState
  private let isSelected: Bool

  init(_ summary: ConversationSummary, _ state: WorkbenchState, isSelected: Bool) {
    self.summary = summary
    self.state = state
    self.isSelected = isSelected
  }

  func draw(_ rect: Rect, on canvas: inout Canvas) {
    let right = drawFigures(rect, on: &canvas)
    canvas.text(
      isSelected ? "\u{25B8}" : " ",
      row: rect.row,
      column: rect.column,
      end: rect.endColumn,
      role: .overlay
    )
    canvas.text(
      marks.map(\.sign).joined(),
      row: rect.row,
      column: rect.column + 1,
      end: rect.column + 5,
      role: .accent
    )
    let tags = summary.record.tags.map { "#\($0)" }.joined(separator: " ")
    let room = right - rect.column - 6
    let tagColumns = tags.isEmpty ? 0 : min(CellWidth.columns(of: tags), room / 3)
    let title = canvas.text(
      summary.shownTitle,
      row: rect.row,
      column: rect.column + 5,
      end: right - 1 - (tagColumns > 0 ? tagColumns + 2 : 0),
      role: .overlay
    )
    canvas.text(tags, row: rect.row, column: title + 2, end: right - 1, role: .link)
    if rect.rows > 1 {
      canvas.text(
        summary.preview,
        row: rect.row + 1,
        column: rect.column + 5,
        end: rect.endColumn - 1,
        role: .muted
      )
    }
    guard isSelected else { return }
    for row in rect.row..<rect.endRow {
      canvas.restyle(
        row: row,
        from: rect.column,
        to: rect.endColumn,
        style: canvas.theme[.selection]
      )
    }
  }

  /// Preset, number of messages and age, as far as there is room.
  ///
  /// - Returns: The column where they begin.
  private func drawFigures(_ rect: Rect, on canvas: inout Canvas) -> Int {
    var end = rect.endColumn - 1
    let age = summary.updated.age(at: state.wallNow)
    canvas.textRight(age, row: rect.row, start: rect.column, end: end, role: .muted)
    end -= rect.columns >= 60 ? 11 : CellWidth.columns(of: age) + 1
    guard rect.columns >= 50 else { return end }
    let count = String(summary.messageCount)
    canvas.textRight(count, row: rect.row, start: end - 6, end: end, role: .muted)
    end -= 7
    guard rect.columns >= 60, let preset = summary.preset else { return end }
    canvas.text(preset, row: rect.row, column: end - 13, end: end, role: .assistant)
    return end - 14
  }

  private var marks: [(sign: String, words: String)] {
    let id = summary.record.id
    return [
      (id == state.keeping.record.id, "\u{25CF}", "open here"),
      (summary.record.isPinned, "\u{25B4}", "pinned"),
      (summary.record.isArchived, "\u{2013}", "archived"),
      (state.isUnsaved(id), "!", "not saved"),
    ].filter(\.0).map { ($0.1, $0.2) }
  }

  /// What the signs of the row mean.
  var marksInWords: String {
    marks.map { "\($0.sign) \($0.words)" }.joined(separator: "  ")
  }
}
