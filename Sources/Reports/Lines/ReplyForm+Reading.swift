import Conversation
import JSON

extension ReplyForm {
  /// Reads what ``json(of:_:)`` writes; what is missing or of another type is as if it were not set.
  static func reply(from json: JSONElement) -> Reply {
    let preset = PresetForm.preset(from: json["preset"])
    var reply = Reply(preset: preset, request: .none, started: MonotonicTime(nanoseconds: 0))
    reply.reportedModel = json["model"]?.string
    reply.givenBytes = json["given_bytes"]?.count ?? 0
    reply.isEdited = json["edited"]?.bool ?? false
    reply.reasoning = json["reasoning"]?.string ?? ""
    reply.refusal = json["refusal"]?.string ?? ""
    reply.toolCalls = (json["tool_calls"]?.elements).map { $0.map(toolCall) } ?? []
    reply.usage = json.present("usage").map(usage)
    reply.sent = json["sent_ns"]?.nanoseconds
    reply.firstDelta = json["first_delta_ns"]?.nanoseconds
    reply.ended = json["ended_ns"]?.nanoseconds
    reply.ending = json.present("ending").map(ending)
    reply.notices = json["notices"]?.strings ?? []
    reply.serverTimings = json.present("server_timings").map(serverTimings)
    reply.connection = json.present("connection").map(connection)
    reply.logProbs = (json["logprobs"]?.elements).map { $0.map(logProb) } ?? []
    reply.marks = (json["deltas"]?.elements).map { $0.compactMap(mark) } ?? []
    return reply
  }

  private static func toolCall(from json: JSONElement) -> ToolCall {
    var call = ToolCall(index: json["index"]?.integer ?? 0)
    call.id = json["id"]?.string
    call.name = json["name"]?.string ?? ""
    call.arguments = json["arguments"]?.string ?? ""
    return call
  }

  private static func usage(from json: JSONElement) -> Usage {
    Usage(
      promptTokens: json["prompt_tokens"]?.count,
      completionTokens: json["completion_tokens"]?.count,
      reasoningTokens: json["reasoning_tokens"]?.count,
      cachedTokens: json["cached_tokens"]?.count
    )
  }

  private static func ending(from json: JSONElement) -> Ending {
    switch json["kind"]?.string {
    case "finished": .finished(reason: json["reason"]?.string)
    case "cancelled": .cancelled
    case "interrupted": .interrupted
    case "failed":
      .failed(
        ReplyError(
          kind: json["error"]?.string.flatMap(ReplyError.Kind.init) ?? .transport,
          source: json["source"]?.string ?? "",
          problem: json["problem"]?.string ?? "",
          isTimeLimit: json["time_limit"]?.bool ?? false,
          status: json["status"]?.integer
        )
      )
    default: .incomplete
    }
  }

  private static func serverTimings(from json: JSONElement) -> ServerTimings {
    var timings = ServerTimings()
    timings.promptTokens = json["prompt_tokens"]?.count
    timings.promptMilliseconds = json["prompt_ms"]?.number
    timings.promptTokensPerSecond = json["prompt_per_second"]?.number
    timings.predictedTokens = json["predicted_tokens"]?.count
    timings.predictedMilliseconds = json["predicted_ms"]?.number
    timings.predictedTokensPerSecond = json["predicted_per_second"]?.number
    return timings
  }

  private static func connection(from json: JSONElement) -> ConnectionTiming {
    ConnectionTiming(
      isReused: json["reused"]?.bool ?? false,
      nameLookup: json["name_lookup_ms"]?.number ?? 0,
      connect: json["connect_ms"]?.number ?? 0,
      tls: json["tls_ms"]?.number ?? 0,
      requestSent: json["request_sent_ms"]?.number ?? 0,
      firstByte: json["first_byte_ms"]?.number ?? 0
    )
  }

  /// A probability of 0 has no finite logarithm, and JSON no form for it but null.
  private static func logProb(from json: JSONElement) -> TokenLogProb {
    TokenLogProb(
      token: json["token"]?.string ?? "",
      logProb: json["logprob"]?.number ?? -.infinity,
      alternatives: (json["top"]?.elements).map { top in
        top.map {
          TokenLogProb.Alternative(
            token: $0["token"]?.string ?? "",
            logProb: $0["logprob"]?.number ?? -.infinity
          )
        }
      } ?? []
    )
  }

  private static func mark(from json: JSONElement) -> Reply.Mark? {
    var parts = json.elements
    guard let time = parts.next()?.nanoseconds, let length = parts.next()?.count else { return nil }
    let channel = parts.next()?.string.flatMap(Delta.Channel.init) ?? .content
    return Reply.Mark(Delta.Mark(time: time, lengthInBytes: length), of: channel)
  }
}
