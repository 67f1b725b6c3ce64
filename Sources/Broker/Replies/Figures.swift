import Conversation
import JSON

extension Usage {
  /// OpenAI's `usage`, with the details where they are given.
  init(_ value: JSONElement) {
    self =
      Usage(
        promptTokens: value["prompt_tokens"]?.integer,
        completionTokens: value["completion_tokens"]?.integer,
        reasoningTokens: value["completion_tokens_details"]?["reasoning_tokens"]?.integer,
        cachedTokens: value["prompt_tokens_details"]?["cached_tokens"]?.integer
      )
      .plausible
  }
}

extension ServerTimings {
  /// llama.cpp's `timings`.
  init(_ value: JSONElement) {
    self.init()
    promptTokens = value["prompt_n"]?.integer
    promptMilliseconds = value["prompt_ms"]?.number
    promptTokensPerSecond = value["prompt_per_second"]?.number
    predictedTokens = value["predicted_n"]?.integer
    predictedMilliseconds = value["predicted_ms"]?.number
    predictedTokensPerSecond = value["predicted_per_second"]?.number
    self = plausible
  }
}

extension PrefillProgress {
  /// llama.cpp's `prompt_progress`.
  init(_ value: JSONElement) {
    self.init(
      total: value["total"]?.integer?.plausibleCount ?? 0,
      cached: value["cache"]?.integer?.plausibleCount ?? 0,
      processed: value["processed"]?.integer?.plausibleCount ?? 0,
      milliseconds: value["time_ms"]?.number ?? 0
    )
  }
}

extension TokenLogProb {
  /// One element of OpenAI's `logprobs.content`.
  init?(_ value: JSONElement) {
    guard let token = value["token"]?.string, let logProb = value["logprob"]?.number else {
      return nil
    }
    let alternatives = value["top_logprobs"]?.elements.compactMap(Alternative.init)
    self.init(token: token, logProb: logProb, alternatives: alternatives ?? [])
  }
}

extension TokenLogProb.Alternative {
  fileprivate init?(_ value: JSONElement) {
    guard let token = value["token"]?.string, let logProb = value["logprob"]?.number else {
      return nil
    }
    self.init(token: token, logProb: logProb)
  }
}

extension ToolCallDelta {
  /// One element of `tool_calls`; a whole message leaves the index out.
  init(_ value: JSONElement, position: Int) {
    self.init(
      function: value["function"] ?? value,
      index: value["index"]?.integer ?? position,
      id: value["id"]?.string
    )
  }

  init(function: JSONElement, index: Int, id: String?) {
    self.init(
      index: index,
      id: id,
      name: function["name"]?.string,
      arguments: function["arguments"]?.text ?? ""
    )
  }
}
