import Measuring
import Typeset
import Workbench

/// The figures of a turn: a row an answer, and bars of the column they are sorted by.
struct TurnTableDrawing {
  let table: TurnTable

  func draw(_ size: ScreenSize, on canvas: inout Canvas) {
    let columns = shownColumns(in: size.columns - 4)
    let nameWidth = nameWidth(beside: columns, in: size.columns - 4)
    let used = columns.reduce(0) { $0 + width(of: $1, name: nameWidth) + 2 }
    let bars = hasBars ? max(0, min(Self.widestBar, size.columns - 6 - used)) : 0
    let mode = table.mode.isEmpty ? "" : ", asked \(table.mode)"
    let inside = OverlayDrawing.open(
      rows: table.rows.count + 1,
      columns: max(used + bars, 30),
      title: "figures of turn \(table.turn)\(mode)",
      size,
      on: &canvas
    )
    draw(columns, nameWidth, at: inside.row, inside, on: &canvas) { column in
      let sign = column == table.sorting ? (table.isDescending ? "\u{25BE}" : "\u{25B4}") : ""
      return (column.title + sign, column == table.sorting ? .titleFocused : .title)
    }
    let first = max(0, min(table.cursor - inside.rows / 2, table.rows.count - inside.rows + 1))
    for (offset, row) in table.rows.dropFirst(first).prefix(inside.rows - 1).enumerated() {
      let y = inside.row + 1 + offset
      let isSelected = first + offset == table.cursor
      let role: Role = isSelected ? .selection : .overlay
      let style = canvas.theme[role]
      canvas.fill(row: y, from: inside.column, to: inside.endColumn, with: 0x20, style: style)
      draw(columns, nameWidth, at: y, inside, on: &canvas) { column in
        let name = column == .name ? table.name(of: row, columns: nameWidth) : nil
        return (name ?? row.texts[column] ?? "\u{2013}", role)
      }
      let largest = table.largest(of: table.sorting)
      guard bars > 0, largest > 0, let number = row.numbers[table.sorting] else { continue }
      canvas.text(
        Bar.text(number / largest, width: bars),
        row: y,
        column: inside.column + used,
        end: inside.endColumn,
        role: role
      )
    }
  }

  private func draw(
    _ columns: [TurnTable.Column],
    _ nameWidth: Int,
    at row: Int,
    _ inside: Rect,
    on canvas: inout Canvas,
    _ cell: (TurnTable.Column) -> (text: String, role: Role)
  ) {
    var left = inside.column + 1
    for column in columns {
      let end = min(left + width(of: column, name: nameWidth), inside.endColumn)
      let (text, role) = cell(column)
      let wide = CellWidth.columns(of: text)
      let start = column.isNumeric ? max(left, end - wide) : left
      canvas.text(text, row: row, column: start, end: end, role: role)
      left = end + 2
    }
  }

  private var hasBars: Bool { table.sorting.isNumeric }
  private static var widestBar: Int { 24 }

  private func width(of column: TurnTable.Column, name: Int = Self.leastName) -> Int {
    let texts = table.rows.map { CellWidth.columns(of: $0.texts[column] ?? "\u{2013}") }
    let whole = max(column.title.count + 1, texts.max() ?? 0)
    return column == .name ? min(whole, max(name, column.title.count + 1)) : whole
  }

  /// Below it, names are not shortened for the sake of figures.
  private static var leastName: Int { 12 }

  /// What the other columns leave to the names.
  private func nameWidth(beside columns: [TurnTable.Column], in width: Int) -> Int {
    let others = columns.filter { $0 != .name }.reduce(0) { $0 + self.width(of: $1) + 2 }
    return max(Self.leastName, width - others - 2)
  }

  /// What fits: without a figure that nobody has, and of the others the most wanted.
  private func shownColumns(in width: Int) -> [TurnTable.Column] {
    let wanted = TurnTable.Column.allCases.filter { column in
      if column == .vote, column != table.sorting {
        return table.rows.contains { $0.texts[.vote] != nil }
      }
      return column == table.sorting || !column.isNumeric || table.largest(of: column) > 0
    }
    let order: [TurnTable.Column] = [
      .lane, .name, table.sorting, .firstDelta, .rate, .vote, .total, .tokens, .cost, .ending,
      .length,
    ]
    var shown: Set<TurnTable.Column> = [.lane, .name]
    var left = width - self.width(of: .lane) - self.width(of: .name) - 4
    for column in order where wanted.contains(column) && !shown.contains(column) {
      let needed = self.width(of: column) + 2
      guard column == table.sorting || needed <= left else { continue }
      shown.insert(column)
      left -= needed
    }
    return wanted.filter { shown.contains($0) }
  }
}
