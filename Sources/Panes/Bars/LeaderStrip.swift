import Typeset
import Workbench

/// The keys that can follow the leader's, in columns above the hint line.
///
/// It takes as few rows as show every title whole, and a third of the screen at most; where that is not
/// enough the titles are shortened, and at last only some keys are shown.
enum LeaderStrip {
  private static let gap = 2
  /// Below this a column says nothing.
  private static let leastColumns = 14

  /// One key and what it does.
  struct Entry: Equatable {
    let keys: String
    let title: String
    /// What stands for the title where there is no room for it.
    let short: String

    var width: Int { CellWidth.columns(of: keys) + 1 + CellWidth.columns(of: title) }
  }

  static func draw(_ state: WorkbenchState, _ layout: ScreenLayout, on canvas: inout Canvas) {
    guard let leader = state.leader, leader.isShown else { return }
    let bottom = layout.hint?.row ?? state.size.rows
    let most = max(1, state.size.rows / 3)
    let grid = Grid(entries(state), rows: most > 2 ? most - 1 : most, columns: state.size.columns)
    let top = bottom - grid.rows
    canvas.fill(
      Rect(row: top, column: 0, rows: grid.rows, columns: state.size.columns),
      role: .overlay
    )
    if most > 2 { drawRule(state, row: top - 1, on: &canvas) }
    for cell in grid.cells { draw(cell, top: top, on: &canvas) }
    canvas.hideCursor()
  }

  private static func entries(_ state: WorkbenchState) -> [Entry] {
    CommandTable.commands.filter { $0.context == .leader }.compactMap { command in
      let keys = state.keyMap.keys(for: command.id).map(\.notation)
      guard !keys.isEmpty else { return nil }
      return Entry(
        keys: keys.joined(separator: " "),
        title: command.title,
        short: command.hint ?? command.title
      )
    }
  }

  private static func drawRule(_ state: WorkbenchState, row: Int, on canvas: inout Canvas) {
    let end = state.size.columns
    canvas.fill(row: row, from: 0, to: end, with: BoxGlyph.horizontal, style: canvas.theme[.border])
    let keys = state.keyMap.notation(for: .leader) ?? ""
    canvas.title("\(keys) and then", row: row, column: 1, end: end, isFocused: true)
  }

  private static func draw(_ cell: Grid.Cell, top: Int, on canvas: inout Canvas) {
    let next = canvas.text(
      cell.entry.keys,
      row: top + cell.row,
      column: cell.column,
      end: cell.column + cell.width,
      role: .hintKey
    )
    let room = cell.column + cell.width - next - 1
    let isWhole = CellWidth.columns(of: cell.entry.title) <= room
    canvas.text(
      " \(isWhole ? cell.entry.title : cell.entry.short)",
      row: top + cell.row,
      column: next,
      end: cell.column + cell.width,
      role: .overlay
    )
  }

  /// Where each entry stands; the columns are filled from top to bottom.
  struct Grid: Equatable {
    /// An entry in its place, from the grid's first row and the screen's first column.
    struct Cell: Equatable {
      let entry: Entry
      let row: Int
      let column: Int
      let width: Int
    }

    let rows: Int
    let cells: [Cell]

    init(_ entries: [Entry], rows most: Int, columns: Int) {
      let room = columns - 2
      for rows in 1...max(1, most) {
        let widths = Self.widths(of: entries, rows: rows)
        if widths.reduce(0, +) + gap * (widths.count - 1) <= room {
          self.init(entries, rows: min(rows, entries.count), widths: widths)
          return
        }
      }
      let fitting = max(1, (room + gap) / (leastColumns + gap))
      let count = min((entries.count + most - 1) / most, fitting)
      var shown = entries
      if entries.count > count * most {
        let left = entries.count - count * most + 1
        shown = entries.prefix(count * most - 1) + [.more(left)]
      }
      var widths = Self.widths(of: shown, rows: most)
      while let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
        widths.reduce(0, +) + gap * (count - 1) > room
      {
        widths[widest] -= 1
      }
      self.init(shown, rows: most, widths: widths)
    }

    private init(_ entries: [Entry], rows: Int, widths: [Int]) {
      self.rows = rows
      var starts: [Int] = []
      var next = 1
      for width in widths {
        starts.append(next)
        next += width + gap
      }
      cells = entries.enumerated().map { index, entry in
        let column = index / rows
        return Cell(entry: entry, row: index % rows, column: starts[column], width: widths[column])
      }
    }

    private static func widths(of entries: [Entry], rows: Int) -> [Int] {
      stride(from: 0, to: entries.count, by: rows).map { start in
        entries[start..<min(start + rows, entries.count)].map(\.width).max() ?? 0
      }
    }
  }
}

extension LeaderStrip.Entry {
  /// Stands for entries that have no room.
  fileprivate static func more(_ count: Int) -> Self {
    Self(keys: "\u{2026}", title: "\(count) more", short: "\(count) more")
  }
}
