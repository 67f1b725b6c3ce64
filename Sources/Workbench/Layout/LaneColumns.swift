/// How the conversation pane is divided into lanes: which are in view and where each stands.
package struct LaneColumns: Sendable, Hashable {
  package static let leastColumns = 24

  /// One lane in view.
  package struct Column: Sendable, Hashable {
    /// The index in the conversation's lanes.
    package let lane: Int
    /// The header's row; `nil` where there is one lane only.
    package let header: Rect?
    package let body: Rect
  }

  package let columns: [Column]
  /// The columns of the separators between lanes.
  package let separators: [Int]

  /// Shows the focused lane alone when zoomed, else as many as fit, the focused one among them.
  package init(area: Rect, laneCount: Int, focused: Int, isZoomed: Bool) {
    guard laneCount > 1 else {
      columns = laneCount == 1 ? [Column(lane: 0, header: nil, body: area)] : []
      separators = []
      return
    }
    let fitting = max(1, (area.columns + 1) / (Self.leastColumns + 1))
    let shown = isZoomed ? 1 : min(laneCount, fitting)
    let first = isZoomed ? focused : min(focused / shown * shown, laneCount - shown)
    let free = area.columns - (shown - 1)
    var columns: [Column] = []
    var separators: [Int] = []
    var column = area.column
    for position in 0..<shown {
      let width = free * (position + 1) / shown - free * position / shown
      columns.append(
        Column(
          lane: first + position,
          header: Rect(row: area.row, column: column, rows: min(1, area.rows), columns: width),
          body: Rect(row: area.row + 1, column: column, rows: area.rows - 1, columns: width)
        )
      )
      column += width
      if position < shown - 1 { separators.append(column) }
      column += 1
    }
    self.columns = columns
    self.separators = separators
  }
}
