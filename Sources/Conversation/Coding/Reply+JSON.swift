extension ToolCall {
  /// The call as archives and files keep it; its arguments stay the text that the model wrote.
  package var json: JSONValue {
    JSONObject.having([
      "index": .integer(index), "id": id.map { .string($0) }, "name": .string(name),
      "arguments": .string(arguments),
    ])
  }

  /// Reads what `json` gave; `nil` without an index.
  package init?(json: JSONValue) {
    guard let index = json["index"]?.asInteger else { return nil }
    self.init(index: index)
    id = json["id"]?.asText
    name = json["name"]?.asText ?? ""
    arguments = json["arguments"]?.asText ?? ""
  }
}

extension TokenLogProb {
  /// The token as archives and files keep it: `["token", -0.1, [["other", -2.3]]]`, since there are many.
  package var json: JSONValue {
    .array([
      .string(token), .number(logProb),
      .array(alternatives.map { .array([.string($0.token), .number($0.logProb)]) }),
    ])
  }

  /// Reads what `json` gave; a probability of zero has no number in JSON.
  package init?(json: JSONValue) {
    guard let parts = json.asArray, parts.count == 3, let token = parts[0].asText else {
      return nil
    }
    let alternatives = (parts[2].asArray ?? []).compactMap { pair -> Alternative? in
      guard let pair = pair.asArray, pair.count == 2, let token = pair[0].asText else { return nil }
      return Alternative(token: token, logProb: pair[1].asNumber ?? -.infinity)
    }
    self.init(token: token, logProb: parts[1].asNumber ?? -.infinity, alternatives: alternatives)
  }
}

extension Ending {
  /// The name of the case: `finished`, `incomplete`, `cancelled`, `interrupted`, `failed`.
  package var name: String {
    switch self {
    case .finished: "finished"
    case .incomplete: "incomplete"
    case .cancelled: "cancelled"
    case .interrupted: "interrupted"
    case .failed: "failed"
    }
  }

  /// The server's `finish_reason`, where there is one.
  package var reason: String? {
    if case .finished(let reason) = self { return reason }
    return nil
  }

  package var error: ReplyError? {
    if case .failed(let error) = self { return error }
    return nil
  }

  /// Reads the name of the case; `nil` for an unknown one, and for a failure without its error.
  package init?(name: String, reason: String?, error: ReplyError?) {
    switch name {
    case "finished": self = .finished(reason: reason)
    case "incomplete": self = .incomplete
    case "cancelled": self = .cancelled
    case "interrupted": self = .interrupted
    case "failed":
      guard let error else { return nil }
      self = .failed(error)
    default: return nil
    }
  }
}

extension ReplyError {
  /// The error as archives and files keep it.
  package var json: JSONValue {
    JSONObject.having([
      "kind": .string(kind.rawValue), "source": .string(source), "problem": .string(problem),
      "time_limit": isTimeLimit ? true : nil, "status": status.map { .integer($0) },
    ])
  }

  /// Reads what `json` gave; `nil` without a kind that is known.
  package init?(json: JSONValue) {
    guard let kind = json["kind"]?.asText.flatMap(Kind.init) else { return nil }
    self.init(
      kind: kind,
      source: json["source"]?.asText ?? "",
      problem: json["problem"]?.asText ?? "",
      isTimeLimit: json["time_limit"]?.asBool ?? false,
      status: json["status"]?.asInteger
    )
  }
}
