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
  fileprivate var json: JSONValue {
    JSONObject.having(["order": .string(order.rawValue), "warm_up": warmsUp ? true : nil])
  }

  fileprivate init?(json: JSONValue) {
    guard let order = json["order"]?.asText.flatMap(Order.init) else { return nil }
    self.init(order: order, warmsUp: json["warm_up"]?.asBool ?? false)
  }
}

extension Reply {
  /// How it was asked for beside others, as archives and files keep it; `nil` where there is nothing to say.
  package var askedJSON: JSONValue? {
    var members = asked?.json.asObject ?? JSONObject([])
    if !difference.isEmpty { members.merge(JSONObject([("difference", .string(difference))])) }
    return members.members.isEmpty ? nil : .object(members)
  }

  /// Takes what `askedJSON` gave; what is of another type is as if it were not there.
  package mutating func takeAsked(_ json: JSONValue) {
    asked = AskingMode(json: json)
    difference = json["difference"]?.asText ?? ""
  }
}
