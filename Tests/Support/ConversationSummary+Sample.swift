import Conversation

extension ConversationSummary {
  /// A row of the list, as an archive would give it; a higher number is newer, and stands in a title that is not
  /// given.
  package static func sample(
    _ number: Int64,
    title: String? = nil,
    updated: WallTime = WallTime(milliseconds: 0),
    preset: String? = "fast",
    messages: Int = 2,
    change: (inout ConversationRecord) -> Void = { _ in }
  ) -> ConversationSummary {
    let digits = String(number, radix: 16)
    let text = String(repeating: "0", count: 32 - digits.count) + digits
    guard let id = ConversationID(text) else { preconditionFailure("no id: \(text)") }
    var record = ConversationRecord(id: id, created: updated)
    record.title = title ?? "conversation \(number)"
    change(&record)
    return ConversationSummary(
      number: number,
      record: record,
      updated: updated,
      messageCount: messages,
      preset: preset,
      preview: "the answer of \(number)"
    )
  }
}
