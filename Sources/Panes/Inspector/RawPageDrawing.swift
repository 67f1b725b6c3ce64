import Conversation
import Measuring
import Recording
import Typeset
import Workbench

/// What went over the wire: the frames with their times, and whole the one at the cursor; or the request and the heads.
struct RawPageDrawing {
  let page: RawPage
  let reply: Reply
  let recording: RecordingShelf.State
  let areas: WorkbenchState.RawAreas

  init?(_ state: WorkbenchState, _ inspector: Inspector, _ message: Message, _ reply: Reply) {
    guard let areas = state.rawAreas else { return nil }
    page = inspector.raw
    self.reply = reply
    recording = state.shownRecording(of: message.id)
    self.areas = areas
  }

  func draw(on canvas: inout Canvas) {
    switch recording {
    case .live(let log), .kept(let log):
      draw(figures(of: log), row: areas.figures.row, on: &canvas)
      if page.showsHeads { drawHeads(on: &canvas) } else { drawFrames(log, on: &canvas) }
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
    draw(PageLine(text, .muted), row: areas.figures.row, on: &canvas)
  }

  /// What a search found and a filter leaves comes first, so that narrow screens keep it.
  private func figures(of log: WireLog) -> PageLine {
    var line = PageLine()
    if let search = page.search, !search.isTyping {
      line.add("/\(search.editor.text.prefix(20))", search.count(at: page.shown), .match)
    }
    let frames = page.frames.frames.count
    if page.filter == .all {
      line.add("frames", String(frames), .accent)
    } else {
      line.add("\(page.filter.title)", "\(page.rowCount) of \(frames) frames", .accent)
    }
    if page.filter != .odd {
      line.add("odd", String(page.odd.count), page.odd.isEmpty ? .text : .warning)
    }
    if let response = log.response {
      line.add("status", String(response.status), response.status < 400 ? .text : .error)
    }
    if log.attempt > 1 { line.add("attempt", String(log.attempt), .warning) }
    line.add("bytes", String(log.body.count))
    line.add("in", "\(log.pieces.count) pieces")
    return line
  }

  private func drawFrames(_ log: WireLog, on canvas: inout Canvas) {
    var summary = FrameSummary()
    let end = min(page.top + areas.list.rows, page.rowCount)
    for row in page.top..<max(page.top, end) {
      let index = page.frame(atRow: row)
      let place = areas.list.row + row - page.top
      draw(line(of: index, in: log, &summary), row: place, on: &canvas)
      guard index == page.shown else { continue }
      canvas.add(.reverse, row: place, from: areas.list.column, to: areas.list.endColumn)
    }
    if page.rowCount == 0, page.filter != .all, areas.list.rows > 0 {
      let none = PageLine("none of the frames: \(page.filter.title)", .muted)
      draw(none, row: areas.list.row, on: &canvas)
    }
    guard let shown = page.shown, areas.detail.rows > 1 else { return }
    drawDetail(log.body[page.frames.frames[shown].bytes], on: &canvas)
  }

  private func line(of index: Int, in log: WireLog, _ summary: inout FrameSummary) -> PageLine {
    let frames = page.frames.frames
    let frame = frames[index]
    let last = index > 0 ? frames[index - 1].time : reply.sent ?? reply.started
    // What came is worth more than when, where there is no room for both.
    let isWide = areas.list.columns >= 50
    let isHit = page.search?.holds(index) == true
    var line = PageLine(String(index + 1).right(5), isHit ? .match : .muted)
    if isWide { line.add(Self.milliseconds(frame.time, since: reply.started).right(11)) }
    line.add(("+" + Self.milliseconds(frame.time, since: last)).right(10), .muted)
    if isWide { line.add(String(frame.bytes.count).right(6) + " B", .muted) }
    line.add("  ")
    if !frame.oddities.isEmpty { line.add(frame.oddities.words + "  ", .warning) }
    let text = summary.text(of: frame.data(in: log.body))
    line.add(text, marking: isHit ? hits(in: text) : [])
    return line
  }

  /// Where a search finds something in a text.
  private func hits(in text: String) -> [Range<Int>] { page.search?.literal.ranges(in: text) ?? [] }

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
    let hits = hits(in: text)
    for row in 0..<min(area.rows - 1, layout.lineCount) {
      let range = layout.line(at: row).sourceRange
      var line = PageLine()
      line.add(layout.text(in: range), marking: hits.map { $0.moved(by: -range.lowerBound) })
      draw(line, row: area.row + 1 + row, on: &canvas)
    }
  }

  private func drawHeads(on canvas: inout Canvas) {
    let (heads, area) = (page.heads, areas.heads)
    let rows = heads.rows.dropFirst(heads.top).prefix(area.rows)
    for (offset, place) in rows.enumerated() {
      canvas.put(
        heads.layouts[place.entry],
        line: place.line,
        row: area.row + offset,
        column: area.column + 1,
        end: area.endColumn - 1,
        role: heads.entries[place.entry].role
      )
    }
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

extension Range<Int> {
  fileprivate func moved(by distance: Int) -> Range {
    lowerBound + distance..<upperBound + distance
  }
}
