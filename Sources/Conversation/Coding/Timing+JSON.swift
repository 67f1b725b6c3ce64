extension ConnectionTiming {
  /// The timing as archives and files keep it; milliseconds.
  package var json: JSONValue {
    [
      "reused": .bool(isReused), "name_lookup_ms": .number(nameLookup),
      "connect_ms": .number(connect), "tls_ms": .number(tls),
      "request_sent_ms": .number(requestSent), "first_byte_ms": .number(firstByte),
    ]
  }

  /// Reads what `json` gave; what is missing is 0.
  package init(json: JSONValue) {
    func milliseconds(_ name: String) -> Double { json[name]?.asNumber ?? 0 }
    self.init(
      isReused: json["reused"]?.asBool ?? false,
      nameLookup: milliseconds("name_lookup_ms"),
      connect: milliseconds("connect_ms"),
      tls: milliseconds("tls_ms"),
      requestSent: milliseconds("request_sent_ms"),
      firstByte: milliseconds("first_byte_ms")
    )
  }
}

extension ServerTimings {
  /// The timings under llama.cpp's own names.
  package var json: JSONValue {
    JSONObject.having([
      "prompt_n": promptTokens.map { .integer($0) },
      "prompt_ms": promptMilliseconds.map { .number($0) },
      "prompt_per_second": promptTokensPerSecond.map { .number($0) },
      "predicted_n": predictedTokens.map { .integer($0) },
      "predicted_ms": predictedMilliseconds.map { .number($0) },
      "predicted_per_second": predictedTokensPerSecond.map { .number($0) },
    ])
  }

  /// Reads what `json` gave.
  package init(json: JSONValue) {
    self.init()
    promptTokens = json["prompt_n"]?.asInteger
    promptMilliseconds = json["prompt_ms"]?.asNumber
    promptTokensPerSecond = json["prompt_per_second"]?.asNumber
    predictedTokens = json["predicted_n"]?.asInteger
    predictedMilliseconds = json["predicted_ms"]?.asNumber
    predictedTokensPerSecond = json["predicted_per_second"]?.asNumber
  }
}

extension Usage {
  /// The counts under the names that they have in the archive too.
  package var json: JSONValue {
    JSONObject.having([
      "prompt_tokens": promptTokens.map { .integer($0) },
      "completion_tokens": completionTokens.map { .integer($0) },
      "reasoning_tokens": reasoningTokens.map { .integer($0) },
      "cached_tokens": cachedTokens.map { .integer($0) },
    ])
  }

  /// Reads what `json` gave.
  package init(json: JSONValue) {
    self.init(
      promptTokens: json["prompt_tokens"]?.asInteger,
      completionTokens: json["completion_tokens"]?.asInteger,
      reasoningTokens: json["reasoning_tokens"]?.asInteger,
      cachedTokens: json["cached_tokens"]?.asInteger
    )
  }
}
