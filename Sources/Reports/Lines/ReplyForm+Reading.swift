import Conversation

extension ReplyForm {
  /// Reads what ``json(of:_:)`` writes; what is missing or of another type is as if it were not set.
  ///
  /// A file may come from anyone: a preset in it names no key, header or file of this machine, and numbers that no
  /// server gives are left out, so that all others may reckon with them.
  static func reply(from json: JSONValue) -> Reply {
    let preset = json["preset"].flatMap(Preset.init(json:))?.shared
    var reply = Reply(
      preset: preset ?? .unknown,
      request: .none,
      started: MonotonicTime(nanoseconds: 0)
    )
    reply.reportedModel = json["model"]?.asText
    reply.givenBytes = json["given_bytes"]?.count ?? 0
    reply.isEdited = json["edited"]?.asBool ?? false
    if let asked = json["asked"] { reply.takeAsked(asked) }
    reply.reasoning = json["reasoning"]?.asText ?? ""
    reply.refusal = json["refusal"]?.asText ?? ""
    reply.toolCalls = json.list("tool_calls").compactMap(ToolCall.init(json:))
    reply.usage = json["usage"]?.asObject.map { Usage(json: .object($0)).plausible }
    reply.sent = json["sent_ns"]?.nanoseconds
    reply.firstDelta = json["first_delta_ns"]?.nanoseconds
    reply.ended = json["ended_ns"]?.nanoseconds
    reply.ending = json["ending"].flatMap(ending)
    reply.notices = json.list("notices").compactMap(\.asText)
    reply.serverTimings = json["server_timings"]?.asObject.map {
      ServerTimings(json: .object($0)).plausible
    }
    reply.connection = json["connection"]?.asObject.map {
      ConnectionTiming(json: .object($0)).plausible
    }
    reply.logProbs = json.list("logprobs").compactMap(TokenLogProb.init(json:))
    reply.marks = json.list("deltas").compactMap(mark)
    return reply
  }

  private static func ending(from json: JSONValue) -> Ending? {
    guard json.asObject != nil else { return nil }
    let error = json["error"].flatMap(ReplyError.init(json:))
    let name = json["kind"]?.asText ?? ""
    return Ending(name: name, reason: json["reason"]?.asText, error: error) ?? .incomplete
  }

  private static func mark(from json: JSONValue) -> Reply.Mark? {
    guard let parts = json.asArray, parts.count >= 2, let time = parts[0].nanoseconds,
      let length = parts[1].count
    else { return nil }
    let channel = parts.dropFirst(2).first?.asText.flatMap(Delta.Channel.init) ?? .content
    return Reply.Mark(Delta.Mark(time: time, lengthInBytes: length), of: channel)
  }
}

extension Preset {
  /// Of a reply of which nothing else is known.
  fileprivate static var unknown: Preset {
    Preset(name: "", endpoint: Endpoint(name: "", url: ""), model: "")
  }
}
