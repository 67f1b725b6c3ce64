/// What of a preset a name in a sweep stands for.
enum SweepTarget: Sendable, Hashable {
  case parameter(Parameter)
  case model
  case system
  /// A field of the body, by the names on the way to it.
  case field([String])

  init(_ name: String) {
    if let parameter = Parameter(rawValue: name) {
      self = .parameter(parameter)
    } else if name == "model" {
      self = .model
    } else if name == "system" {
      self = .system
    } else {
      self = .field(name.split(separator: ".").map(String.init))
    }
  }

  /// Whether `0..1:0.25` is a range here and not a text.
  var takesRanges: Bool {
    switch self {
    case .parameter(let parameter):
      switch parameter.kind {
      case .number, .integer, .flagOrCount: true
      case .texts, .word: false
      }
    case .model, .system: false
    case .field: true
    }
  }

  /// - Returns: `nil` when the text is no value of it.
  func value(of item: SweepItem) -> JSONValue? {
    switch self {
    case .parameter(let parameter):
      // Quotes keep a stop word with a comma together.
      if case .texts = parameter.kind, item.isQuoted {
        return item.text.isEmpty ? nil : .string(item.text)
      }
      return parameter.value(fromText: item.text)
    case .model: return item.text.isEmpty ? nil : .string(item.text)
    case .system: return .string(item.text)
    case .field: return item.isQuoted ? .string(item.text) : JSONValue(plainText: item.text)
    }
  }

  /// What `value(of:)` takes, for an error message.
  var expectation: String {
    switch self {
    case .parameter(let parameter): parameter.expectation
    case .model: "the name of a model"
    case .system: "a text"
    case .field: "a number, true, false or a text"
    }
  }
}

extension JSONValue {
  /// A word as a person types it: a number, `true`, `false`, `null`, and else a text.
  ///
  /// - Returns: `nil` for a list or an object, which have no plain form.
  fileprivate init?(plainText text: String) {
    switch text {
    case "true": self = .bool(true)
    case "false": self = .bool(false)
    case "null": self = .null
    default:
      guard text.first != "{", text.first != "[" else { return nil }
      // `Double` reads "infinity" and "0x1p3" as well, which are words here.
      let isNumeral = text.allSatisfy { $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }
      if isNumeral, let integer = Int(text) {
        self = .integer(integer)
      } else if isNumeral, let number = Double(text), number.isFinite {
        self = .number(number)
      } else {
        self = .string(text)
      }
    }
  }
}
