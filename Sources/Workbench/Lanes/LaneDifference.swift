import Conversation
import Typeset

/// How the answer of a lane differs from that of another one.
package struct LaneDifference: Sendable {
  /// A stretch of the answer's own text that the other has otherwise, or not at all.
  package struct Mark: Sendable, Equatable {
    /// In UTF-8 bytes of the answer.
    package let range: Range<Int>
    /// Whether something else stands there in the other one.
    package let isChanged: Bool
  }

  package let reply: MessageID
  /// In their order, without empty ranges, where only the other has something.
  ///
  /// There are none where the two have nothing to do with each other.
  package private(set) var marks: [Mark] = []
  /// Where the two part; `nil` while they are the same.
  package private(set) var first: Int?
  /// The part that is the same, 0 to 1.
  package private(set) var similarity = 1.0

  /// Whether they have enough in common for marks to mean something.
  package var isComparable: Bool { similarity >= Self.leastSimilarity }

  /// Marks the `decided` runs, which stay what they are, whatever still arrives.
  init(
    _ difference: TextDifference,
    decided: ArraySlice<DifferenceRun>,
    of reply: MessageID,
    isBaseline: Bool
  ) {
    self.reply = reply
    similarity = difference.similarity
    for run in decided where run.kind != .same {
      let range = isBaseline ? run.old : run.new
      if first == nil { first = range.lowerBound }
      if !range.isEmpty, isComparable {
        marks.append(Mark(range: range, isChanged: run.kind == .changed))
      }
    }
  }

  /// What any two texts of one language have in common.
  private static var leastSimilarity: Double { 0.05 }

  /// The marks that touch some bytes.
  package func marks(in range: Range<Int>) -> ArraySlice<Mark> {
    let start = marks.partition { $0.range.upperBound <= range.lowerBound }
    return marks[start...].prefix { $0.range.lowerBound < range.upperBound }
  }
}

/// The comparison of a lane's answer with the baseline's, as far as it has come.
struct DifferenceRecord: Sendable {
  let reply: MessageID
  let base: MessageID
  /// Whether either text still arrives, so that it is compared often and costs little.
  let isStreaming: Bool
  var bytes = (reply: -1, base: -1)
  var difference: TextDifference
  /// The runs without the last one where a text that still arrives ends in it, which may yet turn out the same.
  var decided: ArraySlice<DifferenceRun> = []

  /// Comparisons of words each time that texts have grown.
  private static let budgetWhileStreaming = 200_000

  init(reply: MessageID, base: MessageID, isStreaming: Bool) {
    self.reply = reply
    self.base = base
    self.isStreaming = isStreaming
    difference =
      isStreaming ? TextDifference(budget: Self.budgetWhileStreaming) : TextDifference()
  }

  /// Takes both as they are now.
  mutating func extend(reply: Message, base: Message) {
    difference.extend(old: base.content, new: reply.content)
    bytes = (reply.content.utf8.count, base.content.utf8.count)
    decided = difference.runs[...]
    guard let last = decided.last, last.kind != .same else { return }
    if base.isOpen(at: last.old, before: reply.bytes(at: last.new))
      || reply.isOpen(at: last.new, before: base.bytes(at: last.old))
    {
      decided.removeLast()
    }
  }
}

extension Message {
  /// Whether it still arrives, and has nothing there but a beginning of what the other has.
  fileprivate func isOpen(at range: Range<Int>, before other: Substring.UTF8View) -> Bool {
    reply?.isStreaming == true && other.starts(with: bytes(at: range))
  }

  fileprivate func bytes(at range: Range<Int>) -> Substring.UTF8View {
    let start = content.utf8.index(content.startIndex, offsetBy: range.lowerBound)
    return content.utf8[start..<content.utf8.index(start, offsetBy: range.count)]
  }
}
