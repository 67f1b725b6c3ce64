import Conversation

/// What is known of a reply beside its words, as a JSON object.
enum ReplyForm {
  /// How much of it is written.
  enum Extent {
    case whole
    /// Without what only programs read (the deltas, the log-probs) and without what stands beside it in a text for
    /// people: the reasoning, the preset's system prompt.
    case brief
  }

  static func json(of reply: Reply, _ extent: Extent) -> JSONValue {
    let isWhole = extent == .whole
    return JSONObject.having([
      "preset": isWhole ? reply.preset.json : reply.preset.brief.json,
      "model": reply.reportedModel.map { .string($0) },
      "given_bytes": reply.givenBytes == 0 ? nil : .integer(reply.givenBytes),
      "edited": .flag(reply.isEdited),
      "asked": reply.askedJSON,
      "reasoning": isWhole ? .text(reply.reasoning) : nil,
      "refusal": .text(reply.refusal),
      "tool_calls": .list(reply.toolCalls.map(\.json)),
      "usage": reply.usage?.json,
      "sent_ns": .nanoseconds(reply.sent),
      "first_delta_ns": .nanoseconds(reply.firstDelta),
      "ended_ns": .nanoseconds(reply.ended),
      "ending": reply.ending.map(json),
      "notices": .list(reply.notices.map { .string($0) }),
      "server_timings": reply.serverTimings?.json,
      "connection": reply.connection?.json,
      "logprobs": isWhole ? .list(reply.logProbs.map(\.json)) : nil,
      "deltas": isWhole ? .list(reply.marks.map(json)) : nil,
    ])
  }

  private static func json(of ending: Ending) -> JSONValue {
    JSONObject.having([
      "kind": .string(ending.name), "reason": ending.reason.map { .string($0) },
      "error": ending.error?.json,
    ])
  }

  private static func json(of mark: Reply.Mark) -> JSONValue {
    let arrival: [JSONValue] = [
      .integer(Int(clamping: mark.time.nanoseconds)), .integer(mark.lengthInBytes),
    ]
    return .array(
      mark.channel == .content ? arrival : arrival + [.string(mark.channel.rawValue)]
    )
  }
}
