import Conversation
import GRDB
import JSON

extension MessageRow {
  /// A row as a message, as it stands there: without attachments and pieces.
  static func message(of row: Row, _ snapshots: inout PresetSnapshots) -> StoredMessage? {
    guard let key = row.key("key"), let role = MessageRole(rawValue: row.text("role")) else {
      return nil
    }
    return StoredMessage(
      key: key,
      parent: row.key("parent"),
      role: role,
      created: row.time("created"),
      content: row.text("content"),
      isPruned: row.flag("pruned"),
      reply: role == .reply ? reply(of: row, snapshots.preset(of: row)) : nil
    )
  }

  private static func reply(of row: Row, _ preset: Preset) -> Reply {
    var reply = Reply(preset: preset, request: .none, started: MonotonicTime(nanoseconds: 0))
    reply.givenBytes = row.count("given_bytes")
    reply.isEdited = row.flag("edited")
    // Not in the forms before the third.
    if row.hasColumn("asked"), let asked = row.json("asked") { reply.takeAsked(asked) }
    reply.reasoning = row.text("reasoning")
    reply.refusal = row.text("refusal")
    reply.toolCalls = row.list("tool_calls").compactMap(ToolCall.init(json:))
    reply.logProbs = row.list("log_probs").compactMap(TokenLogProb.init(json:))
    reply.notices = row.list("notices").compactMap(\.asText)
    reply.reportedModel = row.textIfAny("reported_model")
    reply.usage = usage(of: row)
    reply.serverTimings = row.json("server_timings").map { ServerTimings(json: $0).plausible }
    reply.connection = row.json("connection").map { ConnectionTiming(json: $0).plausible }
    reply.sent = moment("sent_ns", of: row)
    reply.firstDelta = moment("first_delta_ns", of: row)
    reply.ended = moment("ended_ns", of: row)
    reply.marks = MarksBlob.marks(in: row.bytes("marks"))
    reply.ending = Ending(
      name: row.text("ending"),
      reason: row.textIfAny("finish_reason"),
      error: row.json("error").flatMap(ReplyError.init(json:))
    )
    return reply
  }

  private static func usage(of row: Row) -> Usage? {
    guard row.flag("has_usage") else { return nil }
    return Usage(
      promptTokens: row.countIfAny("prompt_tokens"),
      completionTokens: row.countIfAny("completion_tokens"),
      reasoningTokens: row.countIfAny("reasoning_tokens"),
      cachedTokens: row.countIfAny("cached_tokens")
    )
  }

  private static func moment(_ name: String, of row: Row) -> MonotonicTime? {
    row.integerIfAny(name).map { MonotonicTime(nanoseconds: UInt64(bitPattern: $0)) }
  }
}
