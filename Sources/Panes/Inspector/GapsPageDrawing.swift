import Conversation
import Measuring
import Typeset
import Workbench

/// The gaps between deltas: figures, a strip with a cell a delta, the delta at the cursor, the rate over time, and how
/// often each length of gap was seen.
struct GapsPageDrawing {
  let inspector: Inspector
  let message: Message
  let reply: Reply
  let areas: WorkbenchState.GapAreas
  let body: Rect
  /// From a tenth of a millisecond.
  let scale: LogScale

  init?(_ state: WorkbenchState, _ inspector: Inspector, _ message: Message, _ reply: Reply) {
    guard let areas = state.gapAreas, let body = state.inspectorBody else { return nil }
    self.inspector = inspector
    self.message = message
    self.reply = reply
    self.areas = areas
    self.body = body
    let longest = inspector.arrivals.meter.longestGapMilliseconds ?? 0
    scale = LogScale(from: 0.1, to: max(100, longest))
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
    let end = min(inspector.gaps.first + areas.strip.columns, inspector.gaps.count)
    for delta in inspector.gaps.first..<max(inspector.gaps.first, end) {
      draw(delta, isShown: delta == shown, on: &canvas)
    }
    drawCursor(at: shown, on: &canvas)
    drawRate(from: inspector.gaps.first, to: end, on: &canvas)
    GapBinsDrawing(gaps: inspector.arrivals.meter.gaps, area: areas.bins).draw(on: &canvas)
  }

  private func drawFigures(on canvas: inout Canvas) {
    let (arrivals, meter) = (inspector.arrivals, inspector.arrivals.meter)
    let isNarrow = body.columns < 50
    var line = PageLine()
    line.add(
      isNarrow ? "p50" : "gap p50",
      Self.gap(meter.gapMilliseconds(percentile: 0.5)),
      .accent
    )
    line.add("p95", Self.gap(meter.gapMilliseconds(percentile: 0.95)))
    if !isNarrow { line.add("p99", Self.gap(meter.gapMilliseconds(percentile: 0.99))) }
    line.add("max", Self.gap(meter.longestGapMilliseconds))
    var counts = PageLine()
    counts.add("jitter", Self.gap(arrivals.jitterMilliseconds))
    counts.add("stalls", String(meter.stallCount), meter.stallCount > 0 ? .warning : .text)
    counts.add("deltas", String(arrivals.count))
    if let rate = meter.meanDeltasPerSecond { counts.add("mean", "\(FigureText.decimal(rate)) /s") }
    if arrivals.sharedReads > 0 { counts.add("in one read", String(arrivals.sharedReads)) }
    for (offset, line) in [line, counts].prefix(areas.figures.rows).enumerated() {
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
    var labels = [(strip.row, FigureText.fineMilliseconds(scale.greatest))]
    if strip.rows > 1 { labels.append((strip.endRow - 1, "0.1 ms")) }
    if strip.rows > 2 { labels.append((strip.row + 1, "log")) }
    labels.append((areas.rate.row, "rate"))
    for (row, text) in labels where areas.rate.rows > 0 || row < areas.rate.row {
      canvas.text(text, row: row, column: body.column + 1, end: strip.column - 1, role: .muted)
    }
  }

  /// Draws the gap before a delta as a bar from the ground up, and its sign below.
  private func draw(_ delta: Int, isShown: Bool, on canvas: inout Canvas) {
    let strip = areas.strip
    let column = strip.column + delta - inspector.gaps.first
    let mark = reply.marks[delta]
    let isStall = inspector.arrivals.stalls.holds(delta)
    let role: Role = isStall ? .warning : mark.channel == .reasoning ? .reasoning : .spark
    let gap = delta > 0 ? mark.time.milliseconds(since: reply.marks[delta - 1].time) : 0
    var eighths = scale.level(of: gap, levels: strip.rows * 8)
    var row = strip.endRow - 1
    while eighths > 0 {
      let level = min(8, eighths)
      let text = Sparkline.text([Double(level)], width: 1, tallest: 8)
      canvas.text(text, row: row, column: column, end: column + 1, role: role)
      eighths -= level
      row -= 1
    }
    let sign = sign(of: delta, mark, isStall: isStall, hasGap: gap > 0)
    canvas.text(sign.text, row: areas.marks.row, column: column, end: column + 1, role: sign.role)
    guard isShown else { return }
    for row in strip.row..<areas.marks.endRow {
      canvas.add(.reverse, row: row, from: column, to: column + 1)
    }
  }

  private func sign(
    of delta: Int,
    _ mark: Reply.Mark,
    isStall: Bool,
    hasGap: Bool
  ) -> (text: String, role: Role) {
    if isStall { return ("!", .warning) }
    if delta == 0 || reply.marks[delta - 1].channel != mark.channel {
      return (mark.channel == .reasoning ? "R" : "A", .accent)
    }
    return (hasGap ? " " : "\u{00B7}", .muted)
  }

  /// Says when the delta at the cursor came, after what gap, and what it brought.
  private func drawCursor(at delta: Int, on canvas: inout Canvas) {
    let mark = reply.marks[delta]
    var line = PageLine()
    line.add("delta", "\(delta + 1) of \(inspector.gaps.count)", .accent)
    line.add(
      "at",
      "\(FigureText.decimal(max(0, mark.time.milliseconds(since: reply.started)), places: 1)) ms"
    )
    if delta > 0 {
      line.add("gap", Self.gap(mark.time.milliseconds(since: reply.marks[delta - 1].time)))
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

  /// Draws how many deltas came in each slice of the whole reply, with the strip's part underlined.
  private func drawRate(from first: Int, to end: Int, on canvas: inout Canvas) {
    guard areas.rate.rows > 0, let total = inspector.time.course?.total, total > 0 else { return }
    let length = UInt64(total * 1e6)
    let cells = inspector.arrivals.activity.cells(areas.rate.columns, over: length, until: length)
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
    guard first < end else { return }
    let shown = [first, end - 1].map { delta in
      ReplyActivity.cell(
        of: reply.marks[delta].time.counted(from: reply.started).nanoseconds,
        areas.rate.columns,
        over: length
      )
    }
    canvas.add(
      .underline,
      row: areas.rate.row,
      from: areas.rate.column + shown[0],
      to: areas.rate.column + shown[1] + 1
    )
  }

  private static func gap(_ milliseconds: Double?) -> String {
    milliseconds.map(FigureText.fineMilliseconds) ?? "\u{2013}"
  }
}

extension [Int] {
  /// Whether an ascending list holds a number.
  fileprivate func holds(_ number: Int) -> Bool {
    var range = indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if self[middle] == number { return true }
      range =
        self[middle] < number ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return false
  }
}
