/// Why a judge's reply is no verdict.
package enum JudgeTrouble: Error, Sendable, Hashable {
  case empty
  case noVerdict
  /// The last line of a verdict names more than one.
  case severalVerdicts
  case noSuchAnswer(Int, count: Int)
}

extension JudgeTrouble: CustomStringConvertible {
  /// One sentence without a full stop: what was found, what was expected.
  package var description: String {
    switch self {
    case .empty: "the judge said nothing"
    case .noVerdict: "the judge gave no verdict; its last line should be such as VERDICT: 1"
    case .severalVerdicts: "the judge's line of a verdict names more than one"
    case .noSuchAnswer(let number, let count):
      "the judge's verdict is answer \(number), of \(count)"
    }
  }
}
