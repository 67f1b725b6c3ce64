import Conversation

/// When a reply's deltas came, for a ruler of any width: counted in slots that widen with the reply.
///
/// Times count from when the reply was asked for. Recording a delta takes constant time, and memory does not grow beyond
/// some kilobytes; a delta may so stand earlier than it came by a thousandth of the whole.
package struct ReplyActivity: Sendable, Hashable {
  /// What happened in a cell of the ruler.
  package enum Cell: Sendable, Hashable {
    /// It was asked for, and nothing had come.
    case waiting
    /// So many deltas came.
    case arriving(Int)
    /// Nothing came between two deltas.
    case silent
    /// Nothing came, for far longer than usual.
    case stalled
    /// It had ended, or that time has not come.
    case over
  }

  package let start: MonotonicTime
  package private(set) var deltaCount = 0
  /// In nanoseconds since the start.
  package private(set) var first: UInt64?
  package private(set) var last: UInt64?
  /// The silences that were stalls, in nanoseconds since the start.
  package private(set) var stalls: [Range<UInt64>] = []
  private var counts = WideningSlots()
  /// The longest silence that ended in each slot.
  private var silences = WideningSlots()
  private var gaps = GapHistogram()

  package init(start: MonotonicTime) { self.start = start }

  /// Counts one delta; a time before that of the one before counts as the same.
  package mutating func record(at time: MonotonicTime) {
    let moment = max(time.counted(from: start).nanoseconds, last ?? 0)
    if let last {
      if gaps.makesStall(moment - last) { stalls.append(last..<moment) }
      gaps.record(nanoseconds: moment - last)
      silences.note(moment - last, at: moment, join: max)
    } else {
      first = moment
    }
    last = moment
    deltaCount += 1
    counts.note(1, at: moment, join: { $0 &+ $1 })
  }

  /// What happened in each of `count` cells that share `length` nanoseconds evenly; `end` is when it ended, of a reply that
  /// streams, now.
  package func cells(_ count: Int, over length: UInt64, until end: UInt64) -> [Cell] {
    guard count > 0, length > 0 else { return [] }
    let cell = { (moment: UInt64) in Self.cell(of: moment, count, over: length) }
    var deltas = [Int](repeating: 0, count: count)
    for slot in counts.held { deltas[cell(max(first ?? 0, slot.moment))] += Int(slot.value) }
    var cells = [Cell](repeating: .over, count: count)
    let lastCell = cell(end)
    for index in 0...lastCell { cells[index] = .waiting }
    if let first, cell(first) <= lastCell {
      for index in cell(first)...lastCell { cells[index] = .silent }
    }
    let open = last.flatMap { $0 < end && gaps.makesStall(end - $0) ? $0..<end : nil }
    for stall in stalls + (open.map { [$0] } ?? []) {
      for index in cell(stall.lowerBound)...cell(stall.upperBound) { cells[index] = .stalled }
    }
    for (index, number) in deltas.enumerated() where number > 0 { cells[index] = .arriving(number) }
    return cells
  }

  /// The longest silence that ended in each of `count` cells that share `length` nanoseconds evenly, in nanoseconds; 0 where
  /// none did.
  package func longestGaps(_ count: Int, over length: UInt64) -> [UInt64] {
    var gaps = [UInt64](repeating: 0, count: max(0, count))
    guard count > 0, length > 0 else { return gaps }
    for slot in silences.held {
      let cell = Self.cell(of: max(first ?? 0, slot.moment), count, over: length)
      gaps[cell] = max(gaps[cell], slot.value)
    }
    return gaps
  }

  /// The cell that a moment is in; the last one for what lies beyond.
  package static func cell(of moment: UInt64, _ count: Int, over length: UInt64) -> Int {
    min(count - 1, Int(Double(moment) / Double(max(1, length)) * Double(count)))
  }
}
