extension Message {
  /// The reply as it was when so many bytes of its texts had arrived, what it was given not counted: streaming, and
  /// without what is only known later.
  ///
  /// Where the lengths lie within a character, that character is left out.
  package func past(contentBytes: Int, reasoningBytes: Int, refusalBytes: Int = 0) -> Message {
    guard var reply else { return self }
    var past = self
    past.content = content.beginning(ofBytes: reply.givenBytes + contentBytes)
    reply.reasoning = reply.reasoning.beginning(ofBytes: reasoningBytes)
    reply.refusal = reply.refusal.beginning(ofBytes: refusalBytes)
    reply.ending = nil
    reply.ended = nil
    reply.usage = nil
    reply.serverTimings = nil
    reply.notices = []
    reply.toolCalls = []
    past.reply = reply
    return past
  }
}

extension MessageTree {
  /// Puts a message into the place of the one with its id, in a copy of a tree that is only shown: the archive is not
  /// told.
  package mutating func show(_ message: Message) { messages[message.id.rawValue] = message }
}

extension String {
  fileprivate func beginning(ofBytes count: Int) -> String {
    guard count < utf8.count else { return self }
    var end = utf8.index(startIndex, offsetBy: max(0, count))
    while end > startIndex, end.samePosition(in: unicodeScalars) == nil {
      end = utf8.index(before: end)
    }
    return String(self[..<end])
  }
}
