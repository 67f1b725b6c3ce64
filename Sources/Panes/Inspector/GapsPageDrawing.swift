import Conversation
import Measuring
import Typeset
import Workbench

/// The gaps between deltas: figures, a strip of them, the delta at the cursor, the rate over time, and how often each
/// length of gap was seen.
struct GapsPageDrawing {
  let inspector: Inspector
  let message: Message
  let reply: Reply
  let areas: WorkbenchState.GapAreas
  let body: Rect
  let strip: GapStripDrawing

  init?(_ state: WorkbenchState, _ inspector: Inspector, _ message: Message, _ reply: Reply) {
    guard let areas = state.gapAreas, let body = state.inspectorBody else { return nil }
    self.inspector = inspector
    self.message = message
    self.reply = reply
    self.areas = areas
    self.body = body
    strip = GapStripDrawing(inspector, reply, areas)
  }

  func draw(on canvas: inout Canvas) {
    drawFigures(on: &canvas)
    guard let shown = inspector.gaps.shown else {
      canvas.text(
        "no delta has come yet",
        row: areas.strip.row,
        column: body.column + 1,
        end: body.endColumn,
        role: .muted
      )
      return
    }
    drawAxis(on: &canvas)
    strip.draw(on: &canvas)
    drawCursor(at: shown, on: &canvas)
    drawRate(on: &canvas)
    GapBinsDrawing(gaps: inspector.arrivals.meter.gaps, area: areas.bins).draw(on: &canvas)
  }

  private func drawFigures(on canvas: inout Canvas) {
    let lines = GapsPageLines(inspector, isNarrow: body.columns < 50).figures
    for (offset, line) in lines.prefix(areas.figures.rows).enumerated() {
      line.draw(
        row: areas.figures.row + offset,
        column: body.column + 1,
        end: body.endColumn - 1,
        on: &canvas
      )
    }
  }

  private func drawAxis(on canvas: inout Canvas) {
    let strip = areas.strip
    var labels = [(strip.row, FigureText.fineMilliseconds(self.strip.scale.greatest))]
    if strip.rows > 1 { labels.append((strip.endRow - 1, "0.1 ms")) }
    if strip.rows > 2 { labels.append((strip.row + 1, "log")) }
    labels.append((areas.rate.row, "rate"))
    for (row, text) in labels where areas.rate.rows > 0 || row < areas.rate.row {
      canvas.text(text, row: row, column: body.column + 1, end: strip.column - 1, role: .muted)
    }
  }

  /// Says when the delta at the cursor came, after what gap, and what it brought.
  private func drawCursor(at delta: Int, on canvas: inout Canvas) {
    let mark = reply.marks[delta]
    var line = PageLine()
    if inspector.gaps.strip == .slices, let slices = inspector.slices {
      line.add("a cell is", FigureText.fineMilliseconds(slices.milliseconds))
    }
    line.add("delta", "\(delta + 1) of \(inspector.gaps.count)", .accent)
    line.add(
      "at",
      "\(FigureText.decimal(max(0, mark.time.milliseconds(since: reply.started)), places: 1)) ms"
    )
    if delta > 0 {
      line.add(
        "gap",
        FigureText.fineMilliseconds(mark.time.milliseconds(since: reply.marks[delta - 1].time))
      )
    }
    line.add("", "\(mark.lengthInBytes) B")
    if mark.channel != .content { line.add("", mark.channel.rawValue, .reasoning) }
    line.add("  \u{201C}\(inspector.gaps.place.text(of: message).prefix(200))\u{201D}")
    line.draw(
      row: areas.cursor.row,
      column: body.column + 1,
      end: body.endColumn - 1,
      on: &canvas
    )
  }

  /// Draws how many deltas came in each slice of the whole reply; what the strip shows of it is underlined.
  private func drawRate(on canvas: inout Canvas) {
    guard areas.rate.rows > 0, let slices = inspector.slices else { return }
    let cells = inspector.arrivals.activity.cells(
      areas.rate.columns,
      over: slices.length,
      until: slices.length
    )
    let busiest = cells.reduce(0) { busiest, cell in
      if case .arriving(let count) = cell { max(busiest, count) } else { busiest }
    }
    for (index, cell) in cells.enumerated() {
      let column = areas.rate.column + index
      let (text, role): (String, Role) =
        switch cell {
        case .waiting: ("\u{00B7}", .muted)
        case .stalled: ("\u{2591}", .warning)
        case .arriving(let count):
          (Sparkline.text([Double(count)], width: 1, tallest: Double(busiest)), .spark)
        case .silent, .over: (" ", .text)
        }
      canvas.text(text, row: areas.rate.row, column: column, end: column + 1, role: role)
    }
    let deltas = strip.deltas
    guard !deltas.isEmpty, inspector.gaps.strip == .deltas else { return }
    canvas.add(
      .underline,
      row: areas.rate.row,
      from: areas.rate.column + slices.cell(of: reply.marks[deltas.lowerBound]),
      to: areas.rate.column + slices.cell(of: reply.marks[deltas.upperBound - 1]) + 1
    )
  }
}
