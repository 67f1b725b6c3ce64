import Conversation
import GRDB
import JSON

/// A message as a row of `message`, without its attachments.
enum MessageRow {
  /// The row of a message as this turn writes it; this program goes on writing a reply that streams.
  static func columns(
    of message: StoredMessage,
    in conversation: Int64,
    turn: WriteTurn
  ) -> Columns {
    var columns = Columns()
    columns["key"] = message.key.rawValue
    columns["conversation"] = conversation
    columns["parent"] = message.parent?.rawValue
    columns["role"] = message.role.rawValue
    columns["created"] = message.created.milliseconds
    columns["pruned"] = message.isPruned
    columns["content"] = message.content.column
    let isStreaming = message.reply.map { $0.ending == nil } ?? false
    columns["writer"] = isStreaming ? turn.writer.text : nil
    columns["revision"] = turn.revision
    add(message.reply, to: &columns)
    return columns
  }

  /// All of them always, so that a row that is written anew keeps nothing of the old one.
  private static func add(_ reply: Reply?, to columns: inout Columns) {
    columns["preset"] = reply?.preset.name.column
    columns["model"] = reply?.preset.model.column
    columns["reported_model"] = reply?.reportedModel?.column
    columns["snapshot"] = reply?.preset.json.text
    columns["reasoning"] = reply?.reasoning.column
    columns["refusal"] = reply?.refusal.column
    columns["tool_calls"] = list(reply?.toolCalls.map(\.json))
    columns["log_probs"] = list(reply?.logProbs.map(\.json))
    columns["notices"] = list(reply?.notices.map { .string($0) })
    columns["prompt_tokens"] = reply?.usage?.promptTokens
    columns["completion_tokens"] = reply?.usage?.completionTokens
    columns["reasoning_tokens"] = reply?.usage?.reasoningTokens
    columns["cached_tokens"] = reply?.usage?.cachedTokens
    columns["has_usage"] = reply?.usage != nil
    columns["server_timings"] = reply?.serverTimings?.json.text
    columns["connection"] = reply?.connection?.json.text
    columns["sent_ns"] = reply?.sent.map(nanoseconds)
    columns["first_delta_ns"] = reply?.firstDelta.map(nanoseconds)
    columns["ended_ns"] = reply?.ended.map(nanoseconds)
    columns["marks"] = reply.flatMap { MarksBlob.column($0.marks) }
    columns["ending"] = reply?.ending?.name
    columns["finish_reason"] = reply?.ending?.reason?.column
    columns["error"] = reply?.ending?.error?.json.text
    columns["given_bytes"] = reply?.givenBytes ?? 0
    columns["edited"] = reply?.isEdited ?? false
    columns["asked"] = reply?.askedJSON?.text
  }

  private static func list(_ values: [JSONValue]?) -> String? {
    guard let values, !values.isEmpty else { return nil }
    return JSONValue.array(values).text
  }

  private static func nanoseconds(_ time: MonotonicTime) -> Int64 {
    Int64(bitPattern: time.nanoseconds)
  }
}
