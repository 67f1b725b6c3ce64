import Conversation

extension StoredConversation {
  /// A conversation of user messages and replies of the preset `fast`, by turns.
  static func plain(
    _ title: String,
    _ texts: [String],
    at time: WallTime = WallTime(milliseconds: 1_000_000)
  )
    -> Self
  {
    var random = SeededGenerator(
      seed: UInt64(time.milliseconds) ^ UInt64(title.utf8.reduce(7) { $0 &* 31 &+ Int($1) })
    )
    var record = ConversationRecord(id: ConversationID(using: &random), created: time)
    record.title = title
    var issuer = MessageKeyIssuer(seed: random.next())
    var messages: [StoredMessage] = []
    for (index, text) in texts.enumerated() {
      let isReply = index % 2 == 1
      messages.append(
        StoredMessage(
          key: issuer.next(at: time.adding(milliseconds: Int64(index))),
          parent: messages.last?.key,
          role: isReply ? .reply : .user,
          created: time.adding(milliseconds: Int64(index)),
          content: text,
          reply: isReply ? .plain() : nil
        )
      )
    }
    return StoredConversation(record: record, messages: messages)
  }
}

extension Reply {
  /// A reply of the preset; one without an ending streams.
  static func plain(preset: String = "fast", ending: Ending? = .finished(reason: "stop")) -> Reply {
    let endpoint = Endpoint(name: "local", url: "http://127.0.0.1:8080/v1")
    let preset = Preset(name: preset, endpoint: endpoint, model: "qwen")
    var reply = Reply(preset: preset, request: .none, started: MonotonicTime(nanoseconds: 0))
    reply.ending = ending
    return reply
  }
}
