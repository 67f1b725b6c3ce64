extension TurnVote {
  /// The name of the verdict's case: `answer`, `tie`, `bad`.
  package var verdictName: String {
    switch verdict {
    case .answer: "answer"
    case .tie: "tie"
    case .allBad: "bad"
    }
  }

  /// The place of the answer that was found the best.
  package var winnerPlace: Int? {
    if case .answer(let place) = verdict { return place }
    return nil
  }
}

extension TurnVote.Verdict {
  /// Reads the name of the case; `nil` for an unknown one, and for an answer without its place.
  package init?(name: String, winner: Int?) {
    switch (name, winner) {
    case ("answer", let place?): self = .answer(place)
    case ("tie", _): self = .tie
    case ("bad", _): self = .allBad
    default: return nil
    }
  }
}

extension VotedAnswer {
  /// The answer as archives and files keep it; the key in quotes, since many programs keep only 53 bits.
  package var json: JSONValue {
    JSONObject.having([
      "key": .string(String(reply.rawValue)), "preset": .string(preset), "model": .string(model),
      "difference": difference.isEmpty ? nil : .string(difference),
    ])
  }

  /// Reads what `json` gave; `nil` without a key.
  package init?(json: JSONValue) {
    guard let key = json["key"]?.asText.flatMap({ Int64($0) }), key > 0 else { return nil }
    self.init(
      reply: MessageKey(key),
      preset: json["preset"]?.asText ?? "",
      model: json["model"]?.asText ?? "",
      difference: json["difference"]?.asText ?? ""
    )
  }
}

extension AskingMode {
  /// The mode as archives and files keep it.
  package var json: JSONValue {
    JSONObject.having(["order": .string(order.rawValue), "warm_up": warmsUp ? true : nil])
  }

  /// Reads what `json` gave; `nil` without an order that is known.
  package init?(json: JSONValue) {
    guard let order = json["order"]?.asText.flatMap(Order.init) else { return nil }
    self.init(order: order, warmsUp: json["warm_up"]?.asBool ?? false)
  }
}
