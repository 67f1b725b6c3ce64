import Conversation

/// A value of a TOML document, with the members of a table in the order of the file.
indirect enum TOMLNode: Equatable {
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([TOMLNode])
  case table([Member])
  /// A date or a time, which nothing here takes.
  case moment

  /// One key of a table and its value.
  struct Member: Equatable {
    var name: String
    var value: TOMLNode
  }
}

extension TOMLNode {
  /// What it is, without saying what it holds: "a string".
  var kindName: String {
    switch self {
    case .bool: "true or false"
    case .integer: "a whole number"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .table: "a table"
    case .moment: "a date or time"
    }
  }

  /// What was found, for a message: `"hot"`, `7`, `an array`; control characters made visible, cut when long.
  var shown: String {
    switch self {
    case .bool(let value): String(value)
    case .integer(let value): String(value)
    case .number(let value): String(value)
    case .string(let value): value.quotedForMessage
    case .array, .table, .moment: kindName
    }
  }

  /// The same value in JSON; `nil` where JSON has no form for it (dates, NaN, the infinities).
  var json: JSONValue? {
    switch self {
    case .bool(let value): return .bool(value)
    case .integer(let value): return .integer(value)
    case .number(let value): return value.isFinite ? .number(value) : nil
    case .string(let value): return .string(value)
    case .moment: return nil
    case .array(let nodes):
      let values = nodes.compactMap(\.json)
      return values.count == nodes.count ? .array(values) : nil
    case .table(let members):
      var object = JSONObject()
      for member in members {
        guard let value = member.value.json else { return nil }
        object[member.name] = value
      }
      return .object(object)
    }
  }
}

extension String {
  /// The text in quotes with control and format characters as `\u{…}`, cut after 40 characters.
  var quotedForMessage: String {
    "\"" + visible(prefix(40)) + (count > 40 ? "…" : "") + "\""
  }

  /// The text with control and format characters as `\u{…}`.
  var visibleForMessage: String { visible(self[...]) }

  private func visible(_ text: Substring) -> String {
    text.unicodeScalars.reduce(into: "") { shown, scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        shown += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
  }
}
