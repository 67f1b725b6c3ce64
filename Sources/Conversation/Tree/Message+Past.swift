extension Message {
  /// How much of a message there was at an earlier moment: how many of its reply's deltas, and their bytes by channel without
  /// what the reply was given.
  package struct Beginning: Sendable, Hashable {
    package var deltas = 0
    package var contentBytes = 0
    package var reasoningBytes = 0
    package var refusalBytes = 0

    package init() {}
  }

  /// The message as it was at a moment at which it streamed: a beginning of its texts, deltas and log-probs, and of the steps on
  /// the way to them those that had been made.
  ///
  /// What has no time of its own and comes with the end is not there: counts, notices, tool calls.
  package func past(_ beginning: Beginning, at moment: MonotonicTime) -> Message {
    guard var reply else { return self }
    var past = self
    past.content = content.beginning(ofBytes: reply.givenBytes + beginning.contentBytes)
    reply.logProbs = reply.logProbs(of: self, in: beginning)
    reply.reasoning = reply.reasoning.beginning(ofBytes: beginning.reasoningBytes)
    reply.refusal = reply.refusal.beginning(ofBytes: beginning.refusalBytes)
    if beginning.deltas < reply.marks.count {
      reply.marks = Array(reply.marks.prefix(beginning.deltas))
    }
    reply.forget(after: moment)
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

extension Reply {
  /// Forgets the steps that were made after a moment.
  fileprivate mutating func forget(after moment: MonotonicTime) {
    if let time = firstDelta, time > moment { firstDelta = nil }
    if let time = lastKeepAlive, time > moment { lastKeepAlive = nil }
    guard let sent, sent <= moment else {
      (self.sent, connection, phase) = (nil, nil, .connecting)
      return
    }
    guard let timing = connection else { return }
    let waited = timing.firstByte - timing.requestSent
    if moment.milliseconds(since: sent) < waited { (connection, phase) = (nil, .sent) }
  }

  /// The log-probs of the tokens whose text had come, as far as that can be told: some servers give them for the content,
  /// some for the reasoning before it, too.
  fileprivate func logProbs(
    of message: Message,
    in beginning: Message.Beginning
  ) -> [TokenLogProb] {
    guard !logProbs.isEmpty else { return [] }
    let all = logProbs.reduce(0) { $0 + $1.token.utf8.count }
    let isOfAll = all > message.content.utf8.count - givenBytes
    var left = beginning.contentBytes + (isOfAll ? beginning.reasoningBytes : 0)
    let count = logProbs.prefix { token in
      left -= token.token.utf8.count
      return left >= 0
    }.count
    return Array(logProbs.prefix(count))
  }
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
