import Conversation
import Measuring

/// One clock for all lanes: what each had by a moment, counted from when it was asked.
///
/// Lanes that are asked in parallel are asked at one moment; one that is asked after another has its own zero, so that what
/// stands in one column took equally long.
package struct TimeRuler: Sendable {
  /// Where the reader stands.
  package enum Place: Sendable, Hashable {
    /// At the end, where text may still arrive.
    case end
    /// Nanoseconds after each lane was asked.
    case at(UInt64)

    /// When that is for a lane that was asked at `start`; `nil` at the end.
    package func moment(after start: MonotonicTime) -> MonotonicTime? {
      guard case .at(let nanoseconds) = self else { return nil }
      return MonotonicTime(nanoseconds: start.nanoseconds &+ nanoseconds)
    }
  }

  /// One lane's answer to the turn.
  package struct Row: Sendable {
    package let lane: Lane.ID
    package let reply: MessageID
    package internal(set) var activity: ReplyActivity
    /// What had arrived where the reader stands.
    package internal(set) var position = ReplyPosition()
    package internal(set) var deltasPerSecond: Double?
    /// How long it took, or has taken so far, in nanoseconds.
    package internal(set) var length: UInt64 = 0
    package internal(set) var isStreaming = false

    /// Whether all of it is there at a place.
    package func isWhole(at place: Place) -> Bool {
      guard case .at(let moment) = place else { return true }
      return !isStreaming && moment >= length
    }
  }

  /// The clock that moves by itself.
  struct Playing: Sendable, Hashable {
    let from: UInt64
    let since: MonotonicTime
    let speed: PlaySpeed

    /// Where it stands, in nanoseconds after each lane was asked.
    func moment(at now: MonotonicTime) -> UInt64 {
      let passed = Double(now.counted(from: since).nanoseconds) * speed.factor
      return from + UInt64(passed.rounded())
    }
  }

  package internal(set) var place = Place.end
  /// In the order of the lanes; a lane without an answer has none.
  package internal(set) var rows: [Row] = []
  /// Which turn of the conversation, from 1.
  package internal(set) var turn: Int
  /// Whether it goes on to the next turn when that is asked.
  var followsTurns: Bool
  var playing: Playing?
  /// How fast the clock is to run.
  var chosenSpeed = PlaySpeed.realTime
  /// The pane that has the focus again once text is live; `nil` for a ruler that stays then, since it was asked for.
  var returnsTo: WorkbenchState.Pane?
  /// The conversation as it was where the reader stands; `nil` at the end.
  var past: MessageTree?

  init(turn: Int, followsTurns: Bool) {
    self.turn = turn
    self.followsTurns = followsTurns
  }

  package var isPlaying: Bool { playing != nil }

  /// How fast the clock runs, or will.
  package var speed: PlaySpeed { playing?.speed ?? chosenSpeed }

  package var isStreaming: Bool { rows.contains(where: \.isStreaming) }

  /// How long the slowest answer took, in nanoseconds.
  package var longest: UInt64 { rows.map(\.length).max() ?? 0 }

  /// What the ruler spans, in nanoseconds: while text streams somewhat more, so that it is not drawn anew all the time.
  package var span: UInt64 {
    guard isStreaming else { return max(1, longest) }
    var unit: UInt64 = 1_000_000_000
    while longest > 8 * unit { unit *= 10 }
    return [10, 15, 20, 30, 40, 60, 80].map { unit / 10 * $0 }.first { $0 >= longest } ?? unit * 10
  }

  /// The reader's place in nanoseconds.
  package var moment: UInt64 {
    guard case .at(let moment) = place else { return longest }
    return moment
  }

  /// When the reader's place is for a lane's answer; its end where all of it is there.
  package func moment(of row: Row) -> MonotonicTime {
    let start = row.activity.start
    let end = MonotonicTime(nanoseconds: start.nanoseconds &+ row.length)
    return row.isWhole(at: place) ? end : place.moment(after: start) ?? end
  }

  package func row(of lane: Lane.ID) -> Row? { rows.first { $0.lane == lane } }

  /// What can be gone to in one step, in order: the first deltas, the stalls' beginnings and ends, the ends.
  var events: [UInt64] {
    let moments = rows.flatMap { row in
      [row.activity.first, row.isStreaming ? nil : row.length].compactMap(\.self)
        + row.activity.stalls.flatMap { [$0.lowerBound, $0.upperBound] }
    }
    return Set(moments).sorted()
  }
}

/// A lane's view of the end, set aside while an earlier moment is shown.
struct LanePast: Sendable {
  /// What the lane ends with at that moment.
  let tip: MessageID?
  let text: LaneText
  let scroll: ScrollPosition
  let endTip: MessageID?
  let followsInSteps: Bool
  /// What of the answer is shown.
  var shown: (position: ReplyPosition, isWhole: Bool)?
}
