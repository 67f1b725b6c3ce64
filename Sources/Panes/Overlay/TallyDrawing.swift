import Measuring
import Typeset
import Workbench

/// What all votes come to: a row a preset, with the interval of its win rate as a bar.
struct TallyDrawing {
  let view: TallyView

  func draw(_ size: ScreenSize, on canvas: inout Canvas) {
    let texts = view.table.rows.map(TallyTable.texts)
    let columns = shownColumns(texts, in: size.columns - 6)
    let used = nameColumns(columns, texts, in: size.columns - 6) + rest(columns, texts)
    let bars = min(Self.widestBar, size.columns - 9 - used)
    let inside = OverlayDrawing.open(
      rows: max(3, texts.count + 2),
      columns: max(used + (bars >= Self.leastBar ? bars + 4 : 0), 46),
      title: view.title,
      size,
      on: &canvas
    )
    guard !texts.isEmpty else { return say(emptiness, inside, on: &canvas) }
    draw(TallyTable.headings, columns, at: inside.row, inside, texts, role: .title, on: &canvas)
    let shown = max(0, inside.rows - 1)
    let first = max(0, min(view.cursor - shown / 2, texts.count - shown))
    for (offset, row) in texts.dropFirst(first).prefix(shown).enumerated() {
      let y = inside.row + 1 + offset
      let role: Role = first + offset == view.cursor ? .selection : .overlay
      let style = canvas.theme[role]
      canvas.fill(row: y, from: inside.column, to: inside.endColumn, with: 0x20, style: style)
      draw(row, columns, at: y, inside, texts, role: role, on: &canvas)
      guard bars >= Self.leastBar else { continue }
      let standing = view.table.rows[first + offset].standing
      canvas.text(
        Self.bar(standing, columns: bars),
        row: y,
        column: inside.column + 3 + used,
        end: inside.endColumn,
        role: role
      )
    }
  }

  /// The interval from 0 to 100 %, with the rate in it: `  ╶──●─╴   `.
  static func bar(_ standing: Standing, columns: Int) -> String {
    func place(_ rate: Double) -> Int { min(columns - 1, Int(rate * Double(columns))) }
    let range = place(standing.interval.lowerBound)...place(standing.interval.upperBound)
    let rate = place(standing.winRate ?? 0.5)
    return (0..<columns).map { column in
      if column == rate { return "\u{25CF}" }
      return range.contains(column) ? "\u{2500}" : "\u{00B7}"
    }
    .joined()
  }

  private static var widestBar: Int { 24 }
  private static var leastBar: Int { 8 }

  private var emptiness: (String, Role) {
    if let problem = view.problem { return (problem, .error) }
    guard view.votes != nil else { return ("\u{2026}", .muted) }
    return ("no votes to count: vote on the answers of several presets", .muted)
  }

  private func say(_ line: (text: String, role: Role), _ inside: Rect, on canvas: inout Canvas) {
    canvas.text(
      line.text,
      row: inside.row,
      column: inside.column + 1,
      end: inside.endColumn,
      role: line.role
    )
  }

  private func draw(
    _ row: [String],
    _ columns: [Int],
    at y: Int,
    _ inside: Rect,
    _ texts: [[String]],
    role: Role,
    on canvas: inout Canvas
  ) {
    var left = inside.column + 1
    for column in columns {
      let width =
        column == 0
        ? nameColumns(columns, texts, in: inside.columns - 2) : width(of: column, texts)
      let end = min(left + width, inside.endColumn)
      let start = column == 0 ? left : max(left, end - CellWidth.columns(of: row[column]))
      canvas.text(row[column], row: y, column: start, end: end, role: role)
      left = end + 2
    }
  }

  private func width(of column: Int, _ texts: [[String]]) -> Int {
    let all = texts.map { $0[column] } + [TallyTable.headings[column]]
    let widest = all.map { CellWidth.columns(of: $0) }.max() ?? 0
    return column == 0 ? min(widest, 32) : widest
  }

  /// What the figures take, with the space before each.
  private func rest(_ columns: [Int], _ texts: [[String]]) -> Int {
    columns.dropFirst().reduce(0) { $0 + width(of: $1, texts) + 2 }
  }

  /// What is left for the names, where not even few figures fit beside whole ones.
  private func nameColumns(_ columns: [Int], _ texts: [[String]], in room: Int) -> Int {
    min(width(of: 0, texts), max(6, room - rest(columns, texts)))
  }

  /// What fits: without the least wanted.
  private func shownColumns(_ texts: [[String]], in width: Int) -> [Int] {
    var columns = Array(TallyTable.headings.indices)
    for name in ["bad", "tied", "lost", "won", "\u{00B1}", "95 %"] {
      let used = columns.reduce(0) { $0 + self.width(of: $1, texts) + 2 }
      if used > width { columns.removeAll { TallyTable.headings[$0] == name } }
    }
    return columns
  }
}
