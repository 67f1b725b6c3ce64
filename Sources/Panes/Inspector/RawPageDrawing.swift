import Conversation
import Measuring
import Recording
import Typeset
import Workbench

/// What went over the wire: the frames with their times, and whole the one at the cursor; or the heads of request and
/// response.
struct RawPageDrawing {
  let page: RawPage
  let reply: Reply
  let recording: RecordingShelf.State
  let areas: WorkbenchState.RawAreas

  init?(_ state: WorkbenchState, _ inspector: Inspector, _ message: Message, _ reply: Reply) {
    guard let areas = state.rawAreas else { return nil }
    page = inspector.raw
    self.reply = reply
    recording = state.recordings.state(of: message)
    self.areas = areas
  }

  func draw(on canvas: inout Canvas) {
    switch recording {
    case .live(let log), .kept(let log):
      drawFigures(log, on: &canvas)
      if page.showsHeads { drawHeads(log, on: &canvas) } else { drawFrames(log, on: &canvas) }
    case .dropped(let log):
      say(
        "its bytes are not kept any more; \(log.pieces.count) pieces came"
          + " ([recording] raw_mib is the room for bytes)",
        on: &canvas
      )
    case .unasked, .loading: say("\u{2026}", on: &canvas)
    case .none: say("nothing is recorded of this reply", on: &canvas)
    case .damaged: say("what was recorded of this reply cannot be read", on: &canvas)
    case .failed(let reason): say(reason, on: &canvas)
    }
  }

  private func say(_ text: String, on canvas: inout Canvas) {
    canvas.text(
      text,
      row: areas.figures.row,
      column: areas.figures.column + 1,
      end: areas.figures.endColumn,
      role: .muted
    )
  }

  private func drawFigures(_ log: WireLog, on canvas: inout Canvas) {
    let odd = page.frames.frames.count { !$0.oddities.isEmpty }
    var line = PageLine()
    if let response = log.response {
      line.add("status", String(response.status), response.status < 400 ? .text : .error)
    }
    line.add("frames", String(page.frames.frames.count), .accent)
    line.add("pieces", String(log.pieces.count))
    line.add("bytes", String(log.body.count))
    line.add("odd", String(odd), odd > 0 ? .warning : .text)
    if log.attempt > 1 { line.add("attempt", String(log.attempt), .warning) }
    draw(line, row: areas.figures.row, on: &canvas)
  }

  private func drawFrames(_ log: WireLog, on canvas: inout Canvas) {
    var summary = FrameSummary()
    let frames = page.frames.frames
    for row in 0..<max(0, min(areas.list.rows, frames.count - page.top)) {
      let index = page.top + row
      let frame = frames[index]
      let last = index > 0 ? frames[index - 1].time : reply.sent ?? reply.started
      var line = PageLine(String(index + 1).right(5), .muted)
      // On a narrow screen what came is worth more than when.
      if areas.list.columns >= 50 {
        line.add(Self.milliseconds(frame.time, since: reply.started).right(11))
      }
      line.add(("+" + Self.milliseconds(frame.time, since: last)).right(10), .muted)
      if areas.list.columns >= 50 { line.add(String(frame.bytes.count).right(6) + " B", .muted) }
      line.add("  ")
      if !frame.oddities.isEmpty { line.add(frame.oddities.words + "  ", .warning) }
      line.add(summary.text(of: frame.data(in: log.body)))
      let place = areas.list.row + row
      draw(line, row: place, on: &canvas)
      guard index == page.shown else { continue }
      canvas.add(.reverse, row: place, from: areas.list.column, to: areas.list.endColumn)
    }
    guard let shown = page.shown, areas.detail.rows > 1 else { return }
    drawDetail(log.body[frames[shown].bytes], on: &canvas)
  }

  /// Writes a frame as it came, as far as there is room.
  private func drawDetail(_ bytes: ArraySlice<UInt8>, on canvas: inout Canvas) {
    let area = areas.detail
    canvas.fill(
      row: area.row,
      from: area.column,
      to: area.endColumn,
      with: BoxGlyph.horizontal,
      style: canvas.theme[.border]
    )
    let text = String(decoding: bytes.prefix(area.rows * area.columns * 4), as: UTF8.self)
    let layout = TextLayout(text, widthInColumns: area.columns - 2)
    for row in 0..<min(area.rows - 1, layout.lineCount) {
      canvas.text(
        layout.text(in: layout.line(at: row).sourceRange),
        row: area.row + 1 + row,
        column: area.column + 1,
        end: area.endColumn - 1,
        role: .text
      )
    }
  }

  private func drawHeads(_ log: WireLog, on canvas: inout Canvas) {
    var lines: [PageLine] = []
    if let request = log.request {
      lines.append(PageLine("POST \(request.url)", .accent))
      lines += request.fields.map(Self.line)
      lines.append(PageLine("\(request.body.count) bytes of body; d shows it as a command", .muted))
      lines.append(PageLine())
    }
    if let response = log.response {
      let time = Self.milliseconds(response.time, since: reply.started)
      lines.append(PageLine("status \(response.status), \(time) ms after it was asked", .accent))
      lines += response.fields.map(Self.line)
    }
    let rows = areas.list.rows + areas.detail.rows
    for (row, line) in lines.prefix(rows).enumerated() {
      draw(line, row: areas.list.row + row, on: &canvas)
    }
  }

  private static func line(of field: WireLog.Field) -> PageLine {
    var line = PageLine("  \(field.name): ", .muted)
    line.add(field.value)
    return line
  }

  private func draw(_ line: PageLine, row: Int, on canvas: inout Canvas) {
    line.draw(
      row: row,
      column: areas.list.column + 1,
      end: areas.list.endColumn - 1,
      on: &canvas
    )
  }

  private static func milliseconds(_ time: MonotonicTime, since start: MonotonicTime) -> String {
    FigureText.decimal(max(0, time.milliseconds(since: start)), places: 1)
  }
}

extension WireFrame.Oddity {
  /// What is odd, in words.
  fileprivate var words: String {
    let names: [(WireFrame.Oddity, String)] = [
      (.comment, "comment"), (.unknownField, "unknown field"), (.error, "error"),
      (.splitCharacter, "split character"), (.invalidText, "no UTF-8"), (.unended, "cut off"),
    ]
    return names.filter { contains($0.0) }.map(\.1).joined(separator: ", ")
  }
}
