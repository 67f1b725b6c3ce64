import Conversation
import Measuring

/// One reply as the JSON object of `weir ask --json`.
struct ReplyReport {
  /// A reply that has ended.
  let message: Message

  var json: JSONValue {
    guard let reply = message.reply else { return .null }
    let members: [(String, JSONValue)] = [
      ("content", .string(message.content)),
      ("reasoning", .string(reply.reasoning)),
      ("error", reply.error),
      ("finish_reason", reply.finishReason.map(JSONValue.string) ?? .null),
      ("usage", reply.usage?.json ?? .null),
      ("model", .string(reply.reportedModel ?? reply.preset.model)),
      ("preset", .string(reply.preset.name)),
      ("timing", reply.timing),
      ("incomplete", .bool(reply.isIncomplete)),
    ]
    var object = JSONObject(members)
    if !reply.refusal.isEmpty { object["refusal"] = .string(reply.refusal) }
    if !reply.toolCalls.isEmpty { object["tool_calls"] = .array(reply.toolCalls.map(\.json)) }
    return .object(object)
  }
}

extension Reply {
  fileprivate var error: JSONValue {
    switch ending {
    case .failed(let error)?:
      ["kind": .string(error.kind.rawValue), "message": .string(error.description)]
    case .cancelled?, .interrupted?: ["kind": "cancelled", "message": "the request was cancelled"]
    case .finished, .incomplete, nil: .null
    }
  }

  fileprivate var finishReason: String? {
    if case .finished(let reason)? = ending { reason } else { nil }
  }

  /// Whether the answer may lack its end.
  fileprivate var isIncomplete: Bool {
    if case .finished? = ending { false } else { true }
  }

  /// `tokens_per_second` is by the server's own count and null without one.
  fileprivate var timing: JSONValue {
    let timing = ReplyTiming(of: self, now: ended ?? .now())
    var meter = StreamMeter()
    meter.record(contentsOf: marks.lazy.map(\.arrival))
    func rounded(_ value: Double?, scale: Double = 1) -> JSONValue {
      value.map { .number(($0 * scale * 1_000).rounded() / 1_000) } ?? .null
    }
    return [
      "ttft_ms": rounded(timing.timeToFirstDelta, scale: 1_000),
      "total_ms": rounded(timing.elapsed, scale: 1_000),
      "tokens_per_second": rounded(timing.tokensPerSecond),
      "deltas": .integer(meter.deltaCount),
      "deltas_per_second": rounded(meter.meanDeltasPerSecond),
      "gap_p95_ms": rounded(meter.gapMilliseconds(percentile: 0.95)),
      "longest_gap_ms": rounded(meter.longestGapMilliseconds),
    ]
  }
}

extension Usage {
  fileprivate var json: JSONValue {
    let counts: [(String, Int?)] = [
      ("prompt_tokens", promptTokens), ("completion_tokens", completionTokens),
      ("reasoning_tokens", reasoningTokens), ("cached_tokens", cachedTokens),
    ]
    return .object(
      JSONObject(counts.compactMap { name, count in count.map { (name, .integer($0)) } })
    )
  }
}

extension ToolCall {
  fileprivate var json: JSONValue {
    [
      "id": id.map(JSONValue.string) ?? .null, "name": .string(name),
      "arguments": .string(arguments),
    ]
  }
}
