import Conversation
import Glibc
import Reports
import Typeset

extension ConversationSummary {
  /// The object of `weir sessions list --json`.
  var json: JSONValue {
    [
      "number": .integer(Int(number)), "id": .string(record.id.text),
      "title": .string(record.title), "created": record.created.json, "updated": updated.json,
      "messages": .integer(messageCount), "preset": preset.map(JSONValue.string) ?? .null,
      "tags": .array(record.tags.map(JSONValue.string)), "pinned": .bool(record.isPinned),
      "archived": .bool(record.isArchived), "preview": .string(preview),
    ]
  }

  /// The columns of its line in a list.
  var cells: [String] {
    let marks = (record.isPinned ? ["pinned"] : []) + (record.isArchived ? ["archived"] : [])
    return [
      String(number), updated.localText, "\(messageCount)", preset ?? "",
      record.title, (record.tags.map { "#\($0)" } + marks).joined(separator: " "),
    ]
  }

  static var headings: [String] { ["no.", "last used", "messages", "preset", "title", ""] }
}

extension WallTime {
  /// For people, in the time zone of this machine: `2026-01-31 12:00`; empty where it is not known.
  var localText: String {
    guard isKnown else { return "" }
    var seconds = time_t(milliseconds / 1_000)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return "" }
    var buffer = [CChar](repeating: 0, count: 32)
    let count = strftime(&buffer, buffer.count, "%Y-%m-%d %H:%M", &parts)
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// For programs: RFC 3339 in UTC; null where it is not known.
  var json: JSONValue { (isKnown ? text : nil).map(JSONValue.string) ?? .null }
}
