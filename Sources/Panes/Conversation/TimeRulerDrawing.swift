import Measuring
import Typeset
import Workbench

/// The time ruler below the lanes: a row a lane with what arrived when, the scale, and where the reader stands.
struct TimeRulerDrawing {
  let state: WorkbenchState
  let ruler: TimeRuler
  let area: Rect
  let track: Rect

  /// `nil` where there is no ruler, or no room for it.
  init?(_ state: WorkbenchState) {
    guard let ruler = state.conversation.ruler, let area = state.rulerArea,
      let track = state.rulerTrack
    else { return nil }
    self.state = state
    self.ruler = ruler
    self.area = area
    self.track = track
  }

  /// Draws the line above it, with the moment that is shown.
  func drawRule(_ layout: ScreenLayout, on canvas: inout Canvas) {
    canvas.divider(above: area, in: layout.mainFrame)
  }

  func draw(on canvas: inout Canvas) {
    drawTitle(on: &canvas)
    let rows = state.rulerRows
    let busiest = rows.flatMap { cells(of: $0) }.compactMap(\.count).max() ?? 0
    for (index, row) in rows.enumerated() {
      draw(row, at: track.row + index, busiest: busiest, on: &canvas)
    }
    if area.endRow > track.endRow { drawScale(on: &canvas) }
  }

  private func drawTitle(on canvas: inout Canvas) {
    let count = ruler.rows.count
    let hidden = count > track.rows ? ", \(track.rows) of \(count) lanes" : ""
    canvas.title(
      "time ruler, turn \(ruler.turn)\(hidden)  \(moment)",
      row: area.row,
      column: area.column,
      end: area.endColumn,
      isFocused: state.focusOnScreen == .conversation
    )
    guard area.columns >= 100 else { return }
    canvas.textRight(
      " \u{00B7} waits  \u{251C} first  \u{2591} stalls ",
      row: area.row,
      start: area.column + 50,
      end: area.endColumn - 1,
      role: .muted
    )
  }

  private var moment: String {
    let whole = Self.seconds(ruler.longest)
    guard state.isInPast else { return ruler.isStreaming ? "\(whole), live" : "\(whole), the end" }
    let speed = ruler.speed.text
    let still = ruler.speed == .realTime ? "" : ", \(speed)"
    let pace = ruler.isPlaying ? ", playing \(speed)" : still
    let frozen = state.lag != nil && !ruler.isPlaying ? ", frozen" : ""
    return "\(Self.seconds(ruler.moment)) of \(whole)\(frozen)\(pace)"
  }

  private func cells(of row: TimeRuler.Row) -> [ReplyActivity.Cell] {
    row.activity.cells(track.columns, over: ruler.span, until: row.length)
  }

  private func cell(of moment: UInt64) -> Int {
    ReplyActivity.cell(of: moment, track.columns, over: ruler.span)
  }

  private func draw(_ row: TimeRuler.Row, at y: Int, busiest: Int, on canvas: inout Canvas) {
    guard let lane = state.conversation.lanes.firstIndex(where: { $0.id == row.lane }),
      let reply = state.tree[row.reply].reply
    else { return }
    drawName(of: lane, at: y, on: &canvas)
    for (index, cell) in cells(of: row).enumerated() {
      let (glyph, role) = Self.glyph(of: cell, busiest: busiest)
      put(glyph, role, cell: index, at: y, on: &canvas)
    }
    if let first = row.activity.first {
      put("\u{251C}", .accent, cell: cell(of: first), at: y, on: &canvas)
    }
    if !row.isStreaming {
      let sign = StreamText.state(of: reply, figures: StreamFigures()).prefix(1)
      put(String(sign), StreamText.role(of: reply), cell: cell(of: row.length), at: y, on: &canvas)
    }
    mark(at: y, on: &canvas)
    let shown = state.shownTree[row.reply].reply ?? reply
    canvas.text(
      StreamText.past(
        of: row,
        at: ruler.place,
        reply: shown,
        columns: area.endColumn - track.endColumn - 1
      ),
      row: y,
      column: track.endColumn + 1,
      end: area.endColumn,
      role: StreamText.role(of: shown)
    )
  }

  private func drawName(of lane: Int, at y: Int, on canvas: inout Canvas) {
    let isFocused = lane == state.conversation.focused
    canvas.text(
      (isFocused ? "\u{25B8}" : " ")
        + state.laneName(lane, columns: track.column - 2 - area.column),
      row: y,
      column: area.column,
      end: track.column - 1,
      role: isFocused ? .titleFocused : .title
    )
  }

  private func put(_ text: String, _ role: Role, cell: Int, at y: Int, on canvas: inout Canvas) {
    let column = track.column + cell
    canvas.text(text, row: y, column: column, end: column + 1, role: role)
  }

  /// Marks where the reader stands; the scale has a sign and the time there.
  private func mark(at y: Int, on canvas: inout Canvas) {
    let column = track.column + cell(of: ruler.moment)
    canvas.add(.reverse, row: y, from: column, to: column + 1)
  }

  private static func glyph(
    of cell: ReplyActivity.Cell,
    busiest: Int
  ) -> (glyph: String, role: Role) {
    switch cell {
    case .over, .silent: (" ", .text)
    case .waiting: ("\u{00B7}", .muted)
    case .stalled: ("\u{2591}", .warning)
    case .arriving(let count):
      (Sparkline.text([Double(count)], width: 1, tallest: Double(busiest)), .spark)
    }
  }
}

extension TimeRulerDrawing {
  private func drawScale(on canvas: inout Canvas) {
    let y = track.endRow
    let cursor = track.column + cell(of: ruler.moment)
    let label = Self.seconds(ruler.moment)
    let width = CellWidth.columns(of: label) + 2
    let isRight = cursor + width <= area.endColumn
    let taken = isRight ? cursor..<cursor + width : cursor - width + 1..<cursor + 1
    let step = Self.step(over: ruler.span, columns: track.columns)
    var time: UInt64 = 0
    while time <= ruler.span {
      let column = track.column + cell(of: time)
      let text = "\u{2575}" + Self.label(time, step: step)
      let end = column + CellWidth.columns(of: text)
      if end <= area.endColumn, !taken.overlaps(column..<end) {
        canvas.text(text, row: y, column: column, end: area.endColumn, role: .muted)
      }
      time += step
    }
    canvas.text(
      isRight ? "\u{25B2}\(label) " : " \(label)\u{25B2}",
      row: y,
      column: taken.lowerBound,
      end: area.endColumn,
      role: .accent
    )
  }

  /// The time between two labels: so that each has room, and is a round number.
  private static func step(over span: UInt64, columns: Int) -> UInt64 {
    let least = span / UInt64(max(1, columns / 12))
    var unit: UInt64 = 1_000_000
    while true {
      for factor: UInt64 in [1, 2, 5] where unit * factor >= least { return unit * factor }
      unit *= 10
    }
  }

  private static func label(_ time: UInt64, step: UInt64) -> String {
    step < 1_000_000_000
      ? FigureText.milliseconds(Double(time) / 1e6) : "\(time / 1_000_000_000) s"
  }

  /// Two decimals below ten seconds, since deltas come closer than tenths.
  static func seconds(_ nanoseconds: UInt64) -> String {
    let seconds = Double(nanoseconds) / 1e9
    guard seconds < 60 else { return FigureText.seconds(seconds) }
    return "\(FigureText.decimal(seconds, places: 2)) s"
  }
}

extension ReplyActivity.Cell {
  fileprivate var count: Int? {
    guard case .arriving(let count) = self else { return nil }
    return count
  }
}
