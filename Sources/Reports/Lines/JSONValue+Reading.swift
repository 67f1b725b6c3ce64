import Conversation

extension JSONValue {
  /// The elements of a member; none where it is no array.
  func list(_ name: String) -> [JSONValue] { self[name]?.asArray ?? [] }

  /// A count; `nil` for what is negative, too.
  var count: Int? { asInteger.flatMap { $0 >= 0 ? $0 : nil } }

  /// A moment as text or in milliseconds since 1970.
  var moment: WallTime? {
    if let asText { return WallTime(text: asText) }
    return asInteger.map { WallTime(milliseconds: Int64($0)) }
  }

  /// A time that counts from when a reply was asked for.
  var nanoseconds: MonotonicTime? { count.map { MonotonicTime(nanoseconds: UInt64($0)) } }

  /// The key of a message, as text or as a number.
  var messageKey: MessageKey? {
    (asText.flatMap { Int64($0) } ?? asInteger.map { Int64($0) }).flatMap(MessageKey.init(checked:))
  }
}

extension MessageKey {
  /// Leaves room above, since keys that are given out later are to be higher.
  private static var highest: Int64 { .max - 1 << 40 }

  fileprivate init?(checked value: Int64) {
    guard value > 0, value < Self.highest else { return nil }
    self.init(value)
  }
}
