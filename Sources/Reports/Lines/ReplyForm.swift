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

  static func json(of reply: Reply, _ extent: Extent) -> JSONObject {
    let isWhole = extent == .whole
    return JSONObject(present: [
      ("preset", .object(PresetForm.json(of: reply.preset, extent))),
      ("model", reply.reportedModel.map { .string($0) }),
      ("given_bytes", reply.givenBytes == 0 ? nil : .integer(reply.givenBytes)),
      ("edited", .flag(reply.isEdited)),
      ("reasoning", isWhole ? .text(reply.reasoning) : nil),
      ("refusal", .text(reply.refusal)),
      ("tool_calls", .list(reply.toolCalls.map(json))),
      ("usage", reply.usage.map(json)),
      ("sent_ns", .nanoseconds(reply.sent)),
      ("first_delta_ns", .nanoseconds(reply.firstDelta)),
      ("ended_ns", .nanoseconds(reply.ended)),
      ("ending", reply.ending.map(json)),
      ("notices", .list(reply.notices.map { .string($0) })),
      ("server_timings", reply.serverTimings.map(json)),
      ("connection", reply.connection.map(json)),
      ("logprobs", isWhole ? .list(reply.logProbs.map(json)) : nil),
      ("deltas", isWhole ? .list(reply.marks.map(json)) : nil),
    ])
  }

  private static func json(of call: ToolCall) -> JSONValue {
    .object(
      JSONObject(present: [
        ("index", .integer(call.index)), ("id", call.id.map { .string($0) }),
        ("name", .string(call.name)), ("arguments", .string(call.arguments)),
      ])
    )
  }

  private static func json(of usage: Usage) -> JSONValue {
    .object(
      JSONObject(present: [
        ("prompt_tokens", .integer(usage.promptTokens)),
        ("completion_tokens", .integer(usage.completionTokens)),
        ("reasoning_tokens", .integer(usage.reasoningTokens)),
        ("cached_tokens", .integer(usage.cachedTokens)),
      ])
    )
  }

  private static func json(of ending: Ending) -> JSONValue {
    switch ending {
    case .finished(let reason):
      .object(
        JSONObject(present: [("kind", "finished"), ("reason", reason.map { .string($0) })])
      )
    case .incomplete: ["kind": "incomplete"]
    case .cancelled: ["kind": "cancelled"]
    case .interrupted: ["kind": "interrupted"]
    case .failed(let error):
      .object(
        JSONObject(present: [
          ("kind", "failed"), ("error", .string(error.kind.rawValue)),
          ("source", .string(error.source)), ("problem", .string(error.problem)),
          ("time_limit", .flag(error.isTimeLimit)), ("status", .integer(error.status)),
        ])
      )
    }
  }

  private static func json(of timings: ServerTimings) -> JSONValue {
    .object(
      JSONObject(present: [
        ("prompt_tokens", .integer(timings.promptTokens)),
        ("prompt_ms", .number(timings.promptMilliseconds)),
        ("prompt_per_second", .number(timings.promptTokensPerSecond)),
        ("predicted_tokens", .integer(timings.predictedTokens)),
        ("predicted_ms", .number(timings.predictedMilliseconds)),
        ("predicted_per_second", .number(timings.predictedTokensPerSecond)),
      ])
    )
  }

  private static func json(of connection: ConnectionTiming) -> JSONValue {
    [
      "reused": .bool(connection.isReused), "name_lookup_ms": .number(connection.nameLookup),
      "connect_ms": .number(connection.connect), "tls_ms": .number(connection.tls),
      "request_sent_ms": .number(connection.requestSent),
      "first_byte_ms": .number(connection.firstByte),
    ]
  }

  private static func json(of logProb: TokenLogProb) -> JSONValue {
    let top = logProb.alternatives.map { other -> JSONValue in
      ["token": .string(other.token), "logprob": .number(other.logProb)]
    }
    return .object(
      JSONObject(present: [
        ("token", .string(logProb.token)), ("logprob", .number(logProb.logProb)),
        ("top", .list(top)),
      ])
    )
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
