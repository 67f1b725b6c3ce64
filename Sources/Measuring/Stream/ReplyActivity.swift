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

  private static let mostSlots = 4_096

  package let start: MonotonicTime
  package private(set) var deltaCount = 0
  /// In nanoseconds since the start.
  package private(set) var first: UInt64?
  package private(set) var last: UInt64?
  /// The silences that were stalls, in nanoseconds since the start.
  package private(set) var stalls: [Range<UInt64>] = []
  private var slotNanoseconds: UInt64 = 1 << 16
  private var counts: [UInt32] = []
  private var gaps = GapHistogram()

  package init(start: MonotonicTime) { self.start = start }

  /// Counts one delta; a time before that of the one before counts as the same.
  package mutating func record(at time: MonotonicTime) {
    let moment = max(time.counted(from: start).nanoseconds, last ?? 0)
    if let last {
      if gaps.makesStall(moment - last) { stalls.append(last..<moment) }
      gaps.record(nanoseconds: moment - last)
    } else {
      first = moment
    }
    last = moment
    deltaCount += 1
    while moment / slotNanoseconds >= UInt64(Self.mostSlots) { halve() }
    let slot = Int(moment / slotNanoseconds)
    if slot >= counts.count {
      counts.append(contentsOf: repeatElement(0, count: slot + 1 - counts.count))
    }
    counts[slot] &+= 1
  }

  /// Makes one slot of each two.
  private mutating func halve() {
    slotNanoseconds *= 2
    for slot in 0..<(counts.count + 1) / 2 {
      counts[slot] = counts[2 * slot] &+ (2 * slot + 1 < counts.count ? counts[2 * slot + 1] : 0)
    }
    counts.removeLast(counts.count / 2)
  }

  /// What happened in each of `count` cells that share `length` nanoseconds evenly; `end` is when it ended, of a reply that
  /// streams, now.
  package func cells(_ count: Int, over length: UInt64, until end: UInt64) -> [Cell] {
    guard count > 0, length > 0 else { return [] }
    let cell = { (moment: UInt64) in Self.cell(of: moment, count, over: length) }
    var deltas = [Int](repeating: 0, count: count)
    for (slot, number) in counts.enumerated() where number > 0 {
      deltas[cell(max(first ?? 0, UInt64(slot) * slotNanoseconds))] += Int(number)
    }
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

  /// The cell that a moment is in; the last one for what lies beyond.
  package static func cell(of moment: UInt64, _ count: Int, over length: UInt64) -> Int {
    min(count - 1, Int(Double(moment) / Double(max(1, length)) * Double(count)))
  }
}
