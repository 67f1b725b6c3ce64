import Conversation
import Measuring
import Typeset
import Workbench

/// The strip of gaps as bars from the ground up, a cell a delta or a slice of time, and a sign below each.
struct GapStripDrawing {
  let inspector: Inspector
  let reply: Reply
  let areas: WorkbenchState.GapAreas
  /// From a tenth of a millisecond.
  let scale: LogScale

  init(_ inspector: Inspector, _ reply: Reply, _ areas: WorkbenchState.GapAreas) {
    self.inspector = inspector
    self.reply = reply
    self.areas = areas
    let longest = max(
      inspector.arrivals.meter.longestGapMilliseconds ?? 0,
      inspector.gaps.stall ?? 0
    )
    scale = LogScale(from: 0.1, to: max(100, longest))
  }

  /// The deltas in view, where a cell stands for one.
  var deltas: Range<Int> {
    let first = inspector.gaps.first
    return first..<max(first, min(first + areas.strip.columns, inspector.gaps.count))
  }

  func draw(on canvas: inout Canvas) {
    switch inspector.gaps.strip {
    case .deltas: drawDeltas(on: &canvas)
    case .slices: if let slices = inspector.slices { draw(slices, on: &canvas) }
    }
  }

  private func drawDeltas(on canvas: inout Canvas) {
    for delta in deltas {
      let mark = reply.marks[delta]
      let isStall = inspector.arrivals.stalls.holds(delta)
      let role: Role = isStall ? .warning : mark.channel == .reasoning ? .reasoning : .spark
      let gap = delta > 0 ? mark.time.milliseconds(since: reply.marks[delta - 1].time) : 0
      draw(gap, inCell: delta - deltas.lowerBound, role, on: &canvas)
      let sign = sign(of: delta, mark, isStall: isStall, hasGap: gap > 0)
      draw(sign.text, inCell: delta - deltas.lowerBound, sign.role, on: &canvas)
      if delta == inspector.gaps.shown { reverse(cell: delta - deltas.lowerBound, on: &canvas) }
    }
    // What has not come yet stands behind the last delta.
    guard let stall = inspector.gaps.stall, deltas.upperBound == inspector.gaps.count else {
      return
    }
    draw(stall, inCell: deltas.count, .warning, on: &canvas)
    draw("!", inCell: deltas.count, .warning, on: &canvas)
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

  /// Draws the longest gap that ended in each slice of the whole reply.
  private func draw(_ slices: TimeSlices, on canvas: inout Canvas) {
    let activity = inspector.arrivals.activity
    let gaps = activity.longestGaps(slices.count, over: slices.length)
    let states = activity.cells(slices.count, over: slices.length, until: slices.length)
    func cell(_ moment: MonotonicTime?) -> Int? {
      moment.map {
        let time = $0.counted(from: slices.start).nanoseconds
        return ReplyActivity.cell(of: time, slices.count, over: slices.length)
      }
    }
    let content = cell(inspector.arrivals.firstContent)
    let ends = Set(
      activity.stalls.map {
        ReplyActivity.cell(of: $0.upperBound, slices.count, over: slices.length)
      }
    )
    for (index, gap) in gaps.enumerated() {
      let isReasoning = cell(inspector.arrivals.firstReasoning) != nil && index < content ?? .max
      let role: Role = ends.contains(index) ? .warning : isReasoning ? .reasoning : .spark
      draw(Double(gap) / 1e6, inCell: index, role, on: &canvas)
      if states[index] == .stalled { draw("\u{2591}", inCell: index, .warning, on: &canvas) }
    }
    if let first = cell(inspector.arrivals.firstReasoning) {
      draw("R", inCell: first, .accent, on: &canvas)
    }
    if let content { draw("A", inCell: content, .accent, on: &canvas) }
    for end in ends { draw("!", inCell: end, .warning, on: &canvas) }
    if let shown = inspector.gaps.shown {
      reverse(cell: slices.cell(of: reply.marks[shown]), on: &canvas)
    }
  }

  private func draw(
    _ milliseconds: Double,
    inCell cell: Int,
    _ role: Role,
    on canvas: inout Canvas
  ) {
    let column = areas.strip.column + cell
    guard column < areas.strip.endColumn else { return }
    canvas.column(
      eighths: scale.level(of: milliseconds, levels: areas.strip.rows * 8),
      below: areas.strip.endRow,
      column..<column + 1,
      role: role
    )
  }

  private func draw(_ sign: String, inCell cell: Int, _ role: Role, on canvas: inout Canvas) {
    let column = areas.marks.column + cell
    guard column < areas.marks.endColumn else { return }
    canvas.text(sign, row: areas.marks.row, column: column, end: column + 1, role: role)
  }

  private func reverse(cell: Int, on canvas: inout Canvas) {
    let column = areas.strip.column + cell
    for row in areas.strip.row..<areas.marks.endRow {
      canvas.add(.reverse, row: row, from: column, to: column + 1)
    }
  }
}

extension [Int] {
  /// Whether an ascending list holds a number.
  fileprivate func holds(_ number: Int) -> Bool {
    let place = partition { $0 < number }
    return place < endIndex && self[place] == number
  }
}
