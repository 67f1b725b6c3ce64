extension Parameter {
  /// Reads a value as a person types it (`0.7`, `256`, `true`, `END`, `["a","b"]` as `a,b` for stop words).
  ///
  /// - Returns: `nil` when the text is no value of this parameter; `expectation` says what would be.
  package func value(fromText text: String) -> JSONValue? {
    switch kind {
    case .number(let range):
      guard let value = Double(text), range.contains(value) else { return nil }
      return .number(value)
    case .integer(let range):
      guard let value = Int(text), range.contains(value) else { return nil }
      return .integer(value)
    case .texts:
      let texts = text.split(separator: ",").map { JSONValue.string(String($0)) }
      return texts.isEmpty ? nil : texts.count == 1 ? texts[0] : .array(texts)
    case .word:
      return text.isEmpty ? nil : .string(text)
    case .flagOrCount:
      if let flag = Bool(text) { return .bool(flag) }
      guard let count = Int(text), (0...20).contains(count) else { return nil }
      return .integer(count)
    }
  }

  /// What `value(fromText:)` takes, for an error message: "a number from 0 to 2".
  package var expectation: String {
    switch kind {
    case .number(let range):
      "a number from \(Self.plain(range.lowerBound)) to \(Self.plain(range.upperBound))"
    case .integer(let range) where range.lowerBound == .min: "a whole number"
    case .integer(let range) where range.upperBound >= 1_000_000:
      "a whole number of at least \(range.lowerBound)"
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .texts: "a text, or several with commas between them"
    case .word: "a word"
    case .flagOrCount: "true, false or a number of alternatives from 0 to 20"
    }
  }

  private static func plain(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }
}

extension JSONValue {
  /// The value as a person would type it: `0.2`, `256`, `END`, `a,b`; everything else as JSON text.
  package var plainText: String {
    switch self {
    case .string(let text): text
    case .number(let value) where value == value.rounded() && abs(value) < 1e15: String(Int(value))
    case .array(let values): values.map(\.plainText).joined(separator: ",")
    default: text
    }
  }
}
