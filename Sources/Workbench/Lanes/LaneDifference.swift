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

  init(_ difference: TextDifference, of reply: MessageID, isBaseline: Bool) {
    self.reply = reply
    similarity = difference.similarity
    for run in difference.runs where run.kind != .same {
      let range = isBaseline ? run.old : run.new
      if first == nil { first = range.lowerBound }
      if !range.isEmpty, similarity >= Self.leastSimilarity {
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
  var bytes = (reply: -1, base: -1)
  var difference = TextDifference()
}
