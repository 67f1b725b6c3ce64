import Conversation
import Measuring
import Typeset

/// Where the time of a reply went, in lines: one bar, its parts with figures, and what the server says of the same.
package struct TimePageLines {
  let inspector: Inspector
  let reply: Reply
  let width: Int

  /// The lines for a width in columns; narrow pages say less.
  package init(_ inspector: Inspector, _ reply: Reply, width: Int) {
    self.inspector = inspector
    self.reply = reply
    self.width = width
  }

  package var all: [PageLine] {
    guard let course = inspector.time.course else { return [] }
    return [headline(course), bar(course)] + legend(course) + server + counts
  }

  private func headline(_ course: ReplyCourse) -> PageLine {
    var line = PageLine()
    line.add(
      reply.isStreaming ? "so far" : "total",
      FigureText.fineMilliseconds(course.total),
      .accent
    )
    if let first = reply.firstDelta, let sent = reply.sent {
      line.add("TTFT", FigureText.fineMilliseconds(max(0, first.milliseconds(since: sent))))
    }
    if reply.connection?.isReused == true { line.add("connection", "used again") }
    if reply.connection?.isReused == false { line.add("connection", "new") }
    if let retry = reply.retry {
      line.add("", "attempt \(retry.attempt) follows: \(retry.reason)", .warning)
    } else if reply.attempts > 1 {
      line.add("attempts", String(reply.attempts), .warning)
    }
    return line
  }

  private func bar(_ course: ReplyCourse) -> PageLine {
    let cells = ShareBar.cells(course.segments.map(\.milliseconds), width: width)
    var line = PageLine()
    for (segment, count) in zip(course.segments, cells) where count > 0 {
      let fill = String(repeating: segment.step.pattern, count: count - 1)
      line.add(segment.step.letter + fill, segment.step.role)
    }
    return line
  }

  private func legend(_ course: ReplyCourse) -> [PageLine] {
    let nameColumns = width >= 60 ? 32 : 17
    let room = min(48, width - nameColumns - 23)
    return course.segments.map { segment in
      var line = PageLine(segment.step.letter + segment.step.pattern + " ", segment.step.role)
      let name = nameColumns > 17 ? segment.step.name : segment.step.shortName
      line.add(name.left(nameColumns - 3))
      line.add(FigureText.fineMilliseconds(segment.milliseconds).right(11), .accent)
      line.add(FigureText.share(segment.milliseconds, of: course.total).right(9))
      if room >= 12, course.total > 0 {
        let start = min(room - 1, Int(segment.start / course.total * Double(room)))
        let part = Bar.text(segment.milliseconds / course.total, width: room)
        line.add("  " + String(repeating: " ", count: start) + part, segment.step.role)
      }
      return line
    }
  }

  private var server: [PageLine] {
    var lines: [PageLine] = []
    if let prefill = reply.prefill, prefill.total > 0 { lines.append(line(of: prefill)) }
    let shown = inspector.time.comparisons.filter(\.hasServerFigure)
    guard !shown.isEmpty else {
      let words = reply.isStreaming ? "has given no counts or times yet" : "gave no counts or times"
      return lines + [PageLine("the server \(words) of its own", .muted)]
    }
    let names = width >= 60 ? 24 : width >= 48 ? 22 : 11
    let columns = width >= 60 ? 13 : 9
    var title = PageLine((names > 11 ? "beside the server's" : "").left(names), .title)
    for name in ["ours", "usage", "timings"] { title.add(name.right(columns), .title) }
    if width >= 60 { title.add("  \u{2260} over 5 %", .muted) }
    lines.append(title)
    for row in shown {
      var line = PageLine(row.name.prefix(names - 1).description.left(names), .muted)
      line.add(Self.text(row.ours, row.unit).right(columns))
      for theirs in [row.usage, row.timings] {
        let differs = row.differs(theirs)
        line.add(
          ((differs ? "\u{2260} " : "") + Self.text(theirs, row.unit)).right(columns),
          differs ? .warning : .text
        )
      }
      lines.append(line)
    }
    return lines
  }

  private func line(of prefill: PrefillProgress) -> PageLine {
    let read = max(0, prefill.processed - prefill.cached)
    var line = PageLine()
    line.add("prompt", "\(prefill.processed) of \(prefill.total) tokens")
    line.add("cached", String(prefill.cached))
    guard prefill.milliseconds > 0 else { return line }
    line.add("read", "\(read) in \(FigureText.fineMilliseconds(prefill.milliseconds))")
    line.add("", "\(FigureText.decimal(Double(read) / prefill.milliseconds * 1_000)) tok/s")
    return line
  }

  /// What a chunk is and what a token.
  private var counts: [PageLine] {
    let arrivals = inspector.arrivals
    guard arrivals.count > 0 else { return [] }
    var line = PageLine()
    line.add("came as", "\(arrivals.count) \(arrivals.count == 1 ? "delta" : "deltas")")
    if let tokens = reply.usage?.completionTokens ?? reply.serverTimings?.predictedTokens {
      line.add("server counts", "\(tokens) tokens")
      let rate = Double(tokens) / Double(arrivals.count)
      line.add("", "\(FigureText.decimal(rate, places: 2)) tokens a delta")
    }
    if let rate = arrivals.meter.meanDeltasPerSecond {
      line.add("", "\(FigureText.decimal(rate)) deltas/s")
    }
    return [line] + reply.notices.prefix(3).map { PageLine($0, .muted) }
  }

  private static func text(_ value: Double?, _ unit: ServerComparison.Unit) -> String {
    guard let value else { return "\u{2013}" }
    switch unit {
    case .count: return abs(value) < 1e9 ? String(Int(value)) : "\u{2013}"
    case .milliseconds: return FigureText.fineMilliseconds(value)
    case .perSecond: return FigureText.decimal(value)
    }
  }
}

extension ReplyCourse.Step {
  fileprivate var letter: String {
    switch self {
    case .before: "B"
    case .nameLookup: "D"
    case .connect: "C"
    case .tls: "T"
    case .request: "Q"
    case .firstByte: "W"
    case .firstDelta: "P"
    case .reasoning: "R"
    case .content: "A"
    case .end: "E"
    }
  }

  /// What fills the bar behind the letter; neighbours differ.
  fileprivate var pattern: String { ["\u{2591}", "\u{2593}", "\u{2592}"][rawValue % 3] }

  fileprivate var role: Role {
    switch self {
    case .before, .end: .muted
    case .nameLookup, .tls: .accent
    case .connect, .request: .streaming
    case .firstByte: .warning
    case .firstDelta: .user
    case .reasoning: .reasoning
    case .content: .spark
    }
  }

  fileprivate var name: String {
    switch self {
    case .before: "before the attempt"
    case .nameLookup: "DNS: name looked up"
    case .connect: "connect: TCP"
    case .tls: "TLS"
    case .request: "request sent"
    case .firstByte: "wait for the first byte"
    case .firstDelta: "prompt: to the first delta"
    case .reasoning: "reasoning"
    case .content: "answer: content"
    case .end: "last delta to the end"
    }
  }

  fileprivate var shortName: String {
    switch self {
    case .before: "before it"
    case .nameLookup: "DNS"
    case .connect: "connect"
    case .tls: "TLS"
    case .request: "request"
    case .firstByte: "first byte"
    case .firstDelta: "first delta"
    case .reasoning: "reasoning"
    case .content: "answer"
    case .end: "end"
    }
  }
}
