import Conversation
import Measuring

/// How one reply arrives or arrived: where its time went, the gaps between its deltas, its tokens.
///
/// The figures are taken at most four times a second while the reply streams, and each delta is looked at once.
package struct Inspector: Sendable {
  /// A page; each has a state and a drawing of its name.
  package enum Page: Int, Sendable, Hashable, CaseIterable {
    case time
    case gaps
    case raw
    case tokens

    package var title: String {
      switch self {
      case .time: "time"
      case .gaps: "gaps"
      case .tokens: "tokens"
      case .raw: "raw"
      }
    }
  }

  package internal(set) var page = Page.time
  package internal(set) var reply: MessageID?
  package internal(set) var arrivals = ArrivalFigures(start: MonotonicTime(nanoseconds: 0))
  package internal(set) var time = TimePage()
  package internal(set) var gaps = GapsPage()
  package internal(set) var tokens = TokensPage()
  package internal(set) var raw = RawPage()
  /// When the figures were taken.
  var taken: MonotonicTime?
  /// The earlier moment that they are of; `nil` for the end.
  private var moment: MonotonicTime?
  /// Whether the reply had ended by then, so that nothing follows.
  private var isFinal = false

  mutating func turn(by step: Int) {
    let pages = Page.allCases
    page = pages[(page.rawValue + step + pages.count) % pages.count]
    taken = nil
  }

  /// Whether the figures are to be taken anew: of an earlier moment as soon as another one is shown, or, while that moves by
  /// itself, as often as of a live stream.
  func isDue(
    for reply: Reply,
    of past: MonotonicTime?,
    moves: Bool,
    at now: MonotonicTime
  ) -> Bool {
    guard let taken, reply.marks.count >= arrivals.count else { return true }
    if past != moment, !moves || past == nil { return true }
    guard reply.isStreaming else { return !isFinal }
    let hasMoved = past.map { $0 != moment } ?? true
    return hasMoved
      && now.milliseconds(since: taken) >= WorkbenchState.figureIntervalMilliseconds
  }

  /// Takes in what a reply has gained, or what it was at an earlier moment.
  mutating func take(
    _ message: Message,
    _ reply: Reply,
    of past: MonotonicTime?,
    now: MonotonicTime
  ) {
    moment = past
    let shownNow = past ?? now
    if self.reply != message.id || reply.marks.count < arrivals.count {
      self.reply = message.id
      arrivals = ArrivalFigures(start: reply.started)
      gaps = GapsPage(strip: gaps.strip)
      tokens.startOver()
      raw = RawPage()
    }
    (taken, isFinal) = (now, !reply.isStreaming)
    arrivals.take(reply.marks)
    time.take(reply, arrivals, now: shownNow)
    gaps.show(reply.marks, count: arrivals.count)
    gaps.stall = reply.isStreaming ? arrivals.meter.stall(at: shownNow) : nil
    // Laid out only where it is looked at.
    if page == .tokens { tokens.take(message, reply) }
  }
}
