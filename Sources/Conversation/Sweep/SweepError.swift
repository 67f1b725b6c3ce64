/// Why a line is no sweep.
package enum SweepError: Error, Sendable, Hashable {
  /// There is nothing in it.
  case empty
  /// What stands there is not `name=value`.
  case noAxis(String)
  /// The name is not one of a parameter.
  case noParameter(String)
  case noValue(name: String)
  case wrongValue(name: String, text: String, expected: String)
  case wrongRange(name: String, text: String)
  case openQuote(name: String, text: String)
  case textAfterQuote(name: String, text: String)
  case repeatedName(String)
  case repeatedValue(name: String, value: String)
  case tooManyCells(Int)
}

extension SweepError: CustomStringConvertible {
  /// One sentence without a full stop: where, what was found, what is wanted.
  package var description: String {
    switch self {
    case .empty: "the sweep is empty; it wants a parameter and its values, such as \(Self.example)"
    case .noAxis(let text):
      "found \"\(text)\", expected a parameter and its values, such as \(Self.example)"
    case .noParameter(let name):
      "\(name) cannot be swept; it wants a parameter, such as \(Self.example)"
    case .noValue(let name): "\(name): a value is missing; values stand with commas between them"
    case .wrongValue(let name, let text, let expected):
      "\(name): found \"\(text)\", expected \(expected)"
    case .wrongRange(let name, let text):
      "\(name): found \"\(text)\", expected a range upwards, such as 0..1:0.25"
    case .openQuote(let name, let text): "\(name): the quote of \(text) is not closed"
    case .textAfterQuote(let name, let text):
      "\(name): found \"\(text)\" after a quoted text, expected a comma or the next parameter"
    case .repeatedName(let name): "\(name) is swept twice; give all its values in one place"
    case .repeatedValue(let name, let value): "\(name): \(value) stands there twice"
    case .tooManyCells(let count):
      "the sweep has \(count == .max ? "far too many" : String(count)) cells, expected at most "
        + "\(Sweep.limit); give fewer values"
    }
  }

  private static var example: String { "temperature=0,0.4,0.8" }
}
