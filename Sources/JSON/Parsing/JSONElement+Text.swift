import CJSON
import Conversation

extension JSONElement {
  /// The text of a string; everything else as compact JSON.
  package var text: String { string ?? value(depth: 0).text }

  /// The value as it can be kept; what is nested deeper than 64 is null.
  package var jsonValue: JSONValue { value(depth: 0) }

  /// The value as it can be kept; nested deeper than 64 it is null.
  private func value(depth: Int) -> JSONValue {
    guard depth < 64 else { return .null }
    if let string { return .string(string) }
    if let bool { return .bool(bool) }
    var whole: Int64 = 0
    if cjson_integer(handle, &whole) { return .integer(Int(whole)) }
    if let number { return .number(number) }
    if isArray { return .array(elements.map { $0.value(depth: depth + 1) }) }
    return isObject ? .object(JSONObject(members(depth: depth))) : .null
  }

  private func members(depth: Int) -> [(String, JSONValue)] {
    var rest = cjson_iterator()
    guard cjson_members(handle, &rest) else { return [] }
    var members: [(String, JSONValue)] = []
    var name: UnsafePointer<CChar>?
    var count = 0
    var element = cjson_element()
    while cjson_next_member(&rest, &name, &count, &element) {
      let bytes = UnsafeRawBufferPointer(start: name, count: count)
      let value = JSONElement(handle: element).value(depth: depth + 1)
      members.append((String(decoding: bytes, as: UTF8.self), value))
    }
    return members
  }
}
