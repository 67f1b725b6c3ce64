import Conversation

extension JSONValue {
  /// `nil` for an empty text, which is left out.
  static func text(_ text: String?) -> JSONValue? {
    text.flatMap { $0.isEmpty ? nil : .string($0) }
  }

  /// `nil` for false, which is left out.
  static func flag(_ isTrue: Bool) -> JSONValue? { isTrue ? true : nil }

  /// `nil` for an empty list, which is left out.
  static func list(_ values: [JSONValue]) -> JSONValue? { values.isEmpty ? nil : .array(values) }

  /// As text, where the calendar has one, else in milliseconds since 1970; `nil` for one that is not known, which is
  /// left out.
  static func moment(_ time: WallTime) -> JSONValue? {
    guard time.isKnown else { return nil }
    return time.text.map { .string($0) } ?? .integer(Int(time.milliseconds))
  }

  static func nanoseconds(_ time: MonotonicTime?) -> JSONValue? {
    time.map { .integer(Int(clamping: $0.nanoseconds)) }
  }

  /// As text, since most programs keep no more than 53 bits of a number.
  static func key(_ key: MessageKey) -> JSONValue { .string(String(key.rawValue)) }
}
