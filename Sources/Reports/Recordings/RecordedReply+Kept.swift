import Conversation

extension RecordedReply {
  /// The recording of a kept reply; `nil` for what is no reply.
  ///
  /// All times count from when it was asked for.
  package init?(_ message: StoredMessage, prompt: String, log: WireLog) {
    guard let reply = message.reply else { return nil }
    self.init(preset: reply.preset, prompt: prompt, asked: message.created, log: log)
    sent = reply.sent
    connection = reply.connection
    ended = reply.ended
    ending = reply.ending
  }
}
