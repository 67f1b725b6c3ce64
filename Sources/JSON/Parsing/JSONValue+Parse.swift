import Conversation

extension JSONValue {
  /// Reads one JSON text; `nil` when it is none.
  package init?(json text: String) {
    var parser = JSONParser()
    let value = Array(text.utf8).withUnsafeBytes { parser.parse($0)?.jsonValue }
    guard let value else { return nil }
    self = value
  }
}
