import Panes
import Workbench

/// The lines between and around the panes, as the layout wants them.
enum Borders {
  /// The cells that should hold a line and do not; cells that an overlay covers are not looked at.
  static func gaps(in frame: Frame, of state: WorkbenchState) -> [Frame.Position] {
    let layout = state.layout
    guard layout.shape != .tooSmall else { return [] }
    var places: [Frame.Position] = []
    for rect in [layout.mainFrame, layout.sidebarFrame].compactMap(\.self) {
      for row in rect.row..<rect.endRow {
        places.append(Frame.Position(row: row, column: rect.column))
        places.append(Frame.Position(row: row, column: rect.endColumn - 1))
      }
      for column in [rect.column + 1, rect.endColumn - 2] {
        places.append(Frame.Position(row: rect.endRow - 1, column: column))
      }
    }
    for column in state.laneColumns.separators {
      for row in layout.conversation.row..<layout.conversation.endRow {
        places.append(Frame.Position(row: row, column: column))
      }
    }
    let covered = overlay(in: frame, of: state)
    let strip = leaderStrip(of: state)
    return places.filter { place in
      let isCovered = [covered, strip].compactMap(\.self).contains {
        ($0.row..<$0.endRow).contains(place.row)
          && ($0.column..<$0.endColumn).contains(place.column)
      }
      let cell = frame.cells[place.row * frame.size.columns + place.column]
      return !isCovered && !(0x2500...0x257F).contains(cell.base)
    } + gaps(in: frame, around: covered)
  }

  private static func gaps(in frame: Frame, around rect: Rect?) -> [Frame.Position] {
    guard let rect else { return [] }
    return (rect.row..<rect.endRow).flatMap { row in
      [rect.column, rect.endColumn - 1].map { Frame.Position(row: row, column: $0) }
    }.filter { place in
      let cell = frame.cells[place.row * frame.size.columns + place.column]
      return !(0x2500...0x257F).contains(cell.base)
    }
  }

  /// What the keys that can follow the leader's may take at most: a third of the screen.
  private static func leaderStrip(of state: WorkbenchState) -> Rect? {
    guard state.leader?.isShown == true else { return nil }
    let rows = max(1, state.size.rows / 3)
    let end = state.layout.hint?.row ?? state.size.rows
    return Rect(row: end - rows, column: 0, rows: rows, columns: state.size.columns)
  }

  /// The box of what lies over the panes, told by its style, which nothing else has then.
  private static func overlay(in frame: Frame, of state: WorkbenchState) -> Rect? {
    guard state.overlay != nil else { return nil }
    let style = state.theme[.borderFocused]
    let places = frame.cells.indices.filter { frame.cells[$0].style == style }
    let rows = places.map { $0 / frame.size.columns }
    let columns = places.map { $0 % frame.size.columns }
    guard let top = rows.min(), let bottom = rows.max(), let left = columns.min(),
      let right = columns.max()
    else { return nil }
    return Rect(row: top, column: left, rows: bottom - top + 1, columns: right - left + 1)
  }
}
