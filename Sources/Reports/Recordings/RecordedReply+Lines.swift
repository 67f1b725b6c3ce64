import Conversation

extension RecordedReply {
  /// The form of `.weir.jsonl`; `docs/FORMATS.md` has every member.
  static let version = 1

  /// The lines of the recording, each one JSON object with a line feed; ASCII controls and marks of direction escaped.
  package var lines: String {
    var objects = [head]
    if let request = log.request { objects.append(Self.json(of: request)) }
    if let response = log.response { objects.append(Self.json(of: response)) }
    var start = 0
    for piece in log.pieces {
      let end = min(log.body.count, start + piece.lengthInBytes)
      var object = JSONObject([("at_ns", .integer(Int(clamping: piece.time.nanoseconds)))])
      object.add(log.body[start..<end])
      objects.append(object)
      start = end
    }
    objects.append(end)
    return objects.map { JSONValue.object($0).printableText + "\n" }.joined()
  }

  private var head: JSONObject {
    JSONObject([
      ("recording", .integer(Self.version)), ("preset", preset.json), ("prompt", .string(prompt)),
      ("asked", .moment(asked) ?? .null), ("attempt", .integer(log.attempt)),
    ])
  }

  private var end: JSONObject {
    var object = JSONObject([("end", .string(ending?.name ?? "unknown"))])
    object["reason"] = ending?.reason.map { .string($0) }
    object["error"] = ending?.error?.json
    object["sent_ns"] = .nanoseconds(sent)
    object["ended_ns"] = .nanoseconds(ended)
    object["connection"] = connection?.json
    return object
  }

  private static func json(of request: WireLog.Request) -> JSONObject {
    var object = JSONObject([
      ("request", .string(request.url)), ("headers", json(of: request.fields)),
    ])
    object.add(request.body[...])
    return object
  }

  private static func json(of response: WireLog.Response) -> JSONObject {
    JSONObject([
      ("response", .integer(response.status)),
      ("at_ns", .integer(Int(clamping: response.time.nanoseconds))),
      ("headers", json(of: response.fields)),
    ])
  }

  private static func json(of fields: [WireLog.Field]) -> JSONValue {
    .array(fields.map { .array([.string($0.name), .string($0.value)]) })
  }
}

extension JSONObject {
  /// Adds bytes as text where they are whole characters, else in base 64.
  fileprivate mutating func add(_ bytes: ArraySlice<UInt8>) {
    if let text = String(validating: bytes, as: UTF8.self) {
      self["text"] = .string(text)
    } else {
      self["base64"] = .string(Base64.text(of: Array(bytes)))
    }
  }
}
