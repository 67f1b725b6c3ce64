/// A message as archives and files hold it: named by its key, a reply's times counted from when it was asked for.
package struct StoredMessage: Sendable, Hashable {
  package var key: MessageKey
  package var parent: MessageKey?
  package var role: MessageRole
  package var created: WallTime
  package var isPruned: Bool
  package var content: String
  package var attachments: [AttachedFile]
  /// `nil` for all but replies.
  package var reply: Reply?
  /// On the answers to it, one of each voter; only what the user said has any.
  package var votes: [TurnVote] = []

  package init(
    key: MessageKey,
    parent: MessageKey?,
    role: MessageRole,
    created: WallTime,
    content: String,
    attachments: [AttachedFile] = [],
    isPruned: Bool = false,
    reply: Reply? = nil
  ) {
    self.key = key
    self.parent = parent
    self.role = role
    self.created = created
    self.isPruned = isPruned
    self.content = content
    self.attachments = attachments
    self.reply = reply
  }
}

extension Reply {
  /// The reply as it is kept: its times counted from when it was asked for, without what matters only while it
  /// streams.
  package var stored: Reply { stored(by: preset) }

  /// The reply as it is kept, with another form of its preset.
  package func stored(by preset: Preset) -> Reply {
    var stored = Reply(preset: preset, request: .none, started: MonotonicTime(nanoseconds: 0))
    stored.givenBytes = givenBytes
    stored.isEdited = isEdited
    stored.asked = asked
    stored.difference = difference
    stored.reasoning = reasoning
    stored.refusal = refusal
    stored.toolCalls = toolCalls
    stored.logProbs = logProbs
    stored.usage = usage
    stored.serverTimings = serverTimings
    stored.connection = connection
    stored.reportedModel = reportedModel
    stored.sent = sent?.counted(from: started)
    stored.firstDelta = firstDelta?.counted(from: started)
    stored.ended = ended?.counted(from: started)
    stored.marks = marks.map { $0.counted(from: started) }
    stored.notices = notices
    stored.ending = ending
    return stored
  }
}
