/// Where every pane stands on a screen of a given size; the one place that divides the screen.
///
/// Narrow screens drop the sidebar first, then the frames; below 20x6 nothing but a line is shown.
package struct ScreenLayout: Sendable, Hashable {
  /// How much of the workbench there is room for.
  package enum Shape: Sendable, Hashable {
    case tooSmall
    /// Conversation and prompt with a rule between them.
    case bare
    case framed
  }

  package static let smallest = ScreenSize(rows: 6, columns: 20)

  package private(set) var shape: Shape
  package private(set) var status: Rect?
  package private(set) var hint: Rect?
  /// The frame around the sidebar; `nil` when it is dropped or hidden.
  package private(set) var sidebarFrame: Rect?
  package private(set) var presets = Rect(row: 0, column: 0, rows: 0, columns: 0)
  package private(set) var parameters = Rect(row: 0, column: 0, rows: 0, columns: 0)
  package private(set) var stream = Rect(row: 0, column: 0, rows: 0, columns: 0)
  /// The frame around conversation and prompt; `nil` when frames are dropped.
  package private(set) var mainFrame: Rect?
  package private(set) var conversation: Rect
  /// The row between conversation and prompt.
  package private(set) var promptRule: Int
  package private(set) var prompt: Rect

  /// Divides the screen; a prompt gets the rows that its text wants, but a third of the screen at most.
  package init(size: ScreenSize, promptRows: Int, isSidebarWanted: Bool) {
    let columns = size.columns
    let isFramed = columns >= 60 && size.rows >= 16
    let hasBars = size.rows >= 10
    let top = hasBars ? 1 : 0
    let bottom = size.rows - (hasBars ? 1 : 0)
    status = hasBars ? Rect(row: 0, column: 0, rows: 1, columns: columns) : nil
    hint = hasBars ? Rect(row: bottom, column: 0, rows: 1, columns: columns) : nil
    shape = isFramed ? .framed : .bare
    if size.rows < Self.smallest.rows || columns < Self.smallest.columns {
      (shape, status, hint) = (.tooSmall, nil, nil)
    }

    let sidebarColumns = isFramed && isSidebarWanted ? Self.sidebarColumns(of: columns) : 0
    let area = Rect(
      row: top,
      column: sidebarColumns,
      rows: bottom - top,
      columns: columns - sidebarColumns
    )
    let inner = isFramed ? area.inset(rows: 1, columns: 1) : area
    let wanted = min(max(1, promptRows), max(1, size.rows / 3), max(1, inner.rows - 2))
    prompt = Rect(
      row: inner.endRow - wanted,
      column: inner.column,
      rows: wanted,
      columns: inner.columns
    )
    promptRule = prompt.row - 1
    conversation = Rect(
      row: inner.row,
      column: inner.column,
      rows: promptRule - inner.row,
      columns: inner.columns
    )
    mainFrame = isFramed ? area : nil
    if sidebarColumns > 0 {
      divideSidebar(Rect(row: top, column: 0, rows: bottom - top, columns: sidebarColumns))
    }
  }

  private static func sidebarColumns(of columns: Int) -> Int {
    columns >= 110 ? 26 : columns >= 76 ? 22 : 0
  }

  private mutating func divideSidebar(_ frame: Rect) {
    sidebarFrame = frame
    let inner = frame.inset(rows: 1, columns: 1)
    let free = inner.rows - 2
    let streamRows = min(11, max(4, free * 2 / 5))
    let parameterRows = min(11, max(2, (free - streamRows) / 2))
    let presetRows = free - streamRows - parameterRows
    var row = inner.row
    func take(_ rows: Int) -> Rect {
      defer { row += rows + 1 }
      return Rect(row: row, column: inner.column, rows: rows, columns: inner.columns)
    }
    presets = take(presetRows)
    parameters = take(parameterRows)
    stream = take(streamRows)
  }
}
