import Conversation

/// Where the time of a reply went: one step after the other, from when it was asked for to its end.
package struct ReplyCourse: Sendable, Hashable {
  /// A step, in the order of time.
  package enum Step: Int, Sendable, Hashable, CaseIterable {
    /// From the question to the attempt that was answered: the key, the wait for a connection, attempts that failed.
    case before
    case nameLookup
    case connect
    case tls
    /// From a connection that stands to the whole request being out.
    case request
    /// From the request to the first byte of the response.
    case firstByte
    /// From there to the first delta: the server reads the prompt.
    case firstDelta
    /// From the first reasoning to the first content.
    case reasoning
    /// From the first content to the last delta.
    case content
    /// From the last delta to the end.
    case end
  }

  /// How long a step took.
  package struct Segment: Sendable, Hashable {
    package let step: Step
    /// When it began, in milliseconds after the question.
    package let start: Double
    package let milliseconds: Double
  }

  /// The steps that are known of; a step without time is among them.
  package private(set) var segments: [Segment] = []
  /// From the question to the end, or to now, in milliseconds.
  package private(set) var total = 0.0

  /// The course so far of a reply that still streams, else all of it.
  package init(of reply: Reply, _ arrivals: ArrivalFigures, now: MonotonicTime) {
    func moment(_ time: MonotonicTime) -> Double { max(0, time.milliseconds(since: reply.started)) }
    let end = moment(
      reply.ended ?? (reply.isStreaming ? now : arrivals.meter.last ?? reply.started)
    )
    // What is known of an attempt that failed says nothing of the next.
    guard let sent = reply.sent.map(moment), reply.phase != .connecting || !reply.isStreaming else {
      add(.before, until: end)
      return
    }
    addConnection(reply.connection, sent: sent)
    let first = reply.firstDelta.map(moment)
    add(reply.connection == nil ? .firstByte : .firstDelta, until: first ?? end)
    if first != nil { addText(arrivals, reply, end: end, moment) }
  }

  private mutating func addConnection(_ connection: ConnectionTiming?, sent: Double) {
    guard let connection else { return add(.before, until: sent) }
    let origin = max(0, sent - connection.requestSent)
    add(.before, until: origin)
    if !connection.isReused {
      add(.nameLookup, until: origin + connection.nameLookup)
      add(.connect, until: origin + connection.connect)
      if connection.tls > 0 { add(.tls, until: origin + connection.tls) }
    }
    add(.request, until: sent)
    add(.firstByte, until: origin + connection.firstByte)
  }

  private mutating func addText(
    _ arrivals: ArrivalFigures,
    _ reply: Reply,
    end: Double,
    _ moment: (MonotonicTime) -> Double
  ) {
    let last = reply.isStreaming ? end : arrivals.meter.last.map(moment) ?? total
    let content = arrivals.firstContent
    if let reasoning = arrivals.firstReasoning, content.map({ reasoning < $0 }) ?? true {
      add(.reasoning, until: content.map(moment) ?? last)
    }
    if content != nil { add(.content, until: last) }
    if !reply.isStreaming { add(.end, until: end) }
  }

  private mutating func add(_ step: Step, until end: Double) {
    guard end.isFinite else { return }
    let end = max(end, total)
    segments.append(Segment(step: step, start: total, milliseconds: end - total))
    total = end
  }
}
