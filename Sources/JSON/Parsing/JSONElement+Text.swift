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
    return isObject
      ? .object(JSONObject(members.map { ($0.name, $0.value.value(depth: depth + 1)) })) : .null
  }
}
