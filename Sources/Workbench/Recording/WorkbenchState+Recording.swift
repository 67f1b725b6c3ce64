import Conversation

extension WorkbenchState {
  /// Has the recording of a reply brought from the archive, where it is not at hand; for whoever wants to look at it.
  ///
  /// Asks nothing twice, so it may be called as often as one likes; ``RecordingShelf/state(of:)`` says what has come of it.
  package mutating func wantRecording(of id: MessageID) -> [Effect] {
    let message = tree[id]
    // What was just asked for has nothing recorded yet.
    let isStreaming = conversation.lanes.contains { $0.isStreaming && $0.tip == id }
    guard recordings.state(of: message) == .unasked, !isStreaming else { return [] }
    recordings.noteQuestion(message.key)
    if keeping.isOffTheRecord {
      recordings.take(.none, of: message.key)
      return []
    }
    return [.history(.recording(message.key))]
  }

  /// Puts behind each reply that has ended what is recorded of it, where the archive was not given that yet; behind new
  /// ones always, as when a conversation is kept again or a copy of one is.
  mutating func addRecordings(to changes: inout ConversationChanges, of tree: MessageTree) {
    var messages: [MessageChange] = []
    for change in changes.messages {
      messages.append(change)
      guard let key = change.endedReply, let id = tree.message(key), let reply = tree[id].reply
      else { continue }
      let log =
        if case .added = change {
          recordings.take(reply.request)
        } else {
          recordings.takeUnsaved(reply.request)
        }
      if let log { messages.append(.recorded(key, log.counted(from: reply.started))) }
    }
    changes.messages = messages
    recordings.makeRoom()
  }
}

extension MessageChange {
  /// The reply that it brings whole.
  fileprivate var endedReply: MessageKey? {
    switch self {
    case .added(let message), .rewritten(let message):
      message.reply?.ending == nil ? nil : message.key
    case .grew, .recorded, .placed: nil
    }
  }
}
