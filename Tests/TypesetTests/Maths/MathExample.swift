import Testing

/// A formula and how it reads as text.
struct MathExample: CustomTestStringConvertible, Sendable {
  let source: String
  let text: String

  var testDescription: String { source }

  static let all = letters + scripts + operators + fractions + functions + whole

  /// A line an example, `source  ⟶  text`.
  static func read(_ table: String) -> [MathExample] {
    table.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "  ⟶  ", maxSplits: 1).map(String.init)
      return parts.count == 2 ? MathExample(source: parts[0], text: parts[1]) : nil
    }
  }
}
