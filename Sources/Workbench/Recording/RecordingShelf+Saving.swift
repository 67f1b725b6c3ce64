import Conversation

// What the archive is given.
extension RecordingShelf {
  /// Puts behind each reply that has ended what is recorded of it, where the archive was not given that yet; behind new
  /// ones always, as when a conversation is kept again or a copy of one is.
  package mutating func addLogs(to changes: inout ConversationChanges, of tree: MessageTree) {
    var messages: [MessageChange] = []
    for change in changes.messages {
      messages.append(change)
      guard let key = change.endedReply, let id = tree.message(key), let reply = tree[id].reply
      else { continue }
      let log = if case .added = change { take(reply.request) } else { takeUnsaved(reply.request) }
      if let log { messages.append(.recorded(key, log.counted(from: reply.started))) }
    }
    changes.messages = messages
    makeRoom()
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
