import Conversation
import JSON

extension JSONElement {
  /// The texts of an array; what is none is left out.
  var strings: [String] { elements.compactMap(\.string) }

  /// The members of a member; none where it is no object.
  func members(of name: StaticString) -> [Members.Element] {
    self[name].map { Array($0.members) } ?? []
  }

  /// A count; `nil` for what is negative, too.
  var count: Int? { integer.flatMap { $0 >= 0 ? $0 : nil } }

  /// A moment as text or in milliseconds since 1970.
  var moment: WallTime? {
    if let string { return WallTime(text: string) }
    return integer.map { WallTime(milliseconds: Int64($0)) }
  }

  /// A time that counts from when a reply was asked for.
  var nanoseconds: MonotonicTime? { count.map { MonotonicTime(nanoseconds: UInt64($0)) } }

  /// The key of a message, as text or as a number.
  var messageKey: MessageKey? {
    let value = string.map { Int64($0) } ?? integer.map { Int64($0) }
    return value.flatMap(MessageKey.init(checked:))
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
