/// One parameter of a sweep and the values it takes.
package struct SweepAxis: Sendable, Hashable {
  /// As on the wire; `model` and `system` are the preset's.
  package let name: String
  /// In the order in which they were written; at least one, none twice.
  package let values: [JSONValue]

  package init(_ name: String, _ values: [JSONValue]) throws(SweepError) {
    guard !values.isEmpty else { throw .noValue(name: name) }
    var seen: Set<JSONValue> = []
    for value in values where !seen.insert(value).inserted {
      throw .repeatedValue(name: name, value: value.plainText)
    }
    self.name = name
    self.values = values
  }
}

extension SweepAxis: CustomStringConvertible {
  package var description: String { "\(name)=\(values.map(written).joined(separator: ","))" }

  private func written(_ value: JSONValue) -> String {
    let target = SweepTarget(name)
    if case .string(let text) = value {
      let isPlain = text.unicodeScalars.allSatisfy(\.isOfSweepName) && !text.contains("..")
      let item = SweepItem(text: text, isQuoted: false)
      return isPlain && target.value(of: item) == value ? text : Self.quoted(text)
    }
    if case .field = target { return value.text }
    return value.plainText
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\\\"
      case "\"": "\\\""
      case "\n": "\\n"
      case "\t": "\\t"
      case "\r": "\\r"
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
