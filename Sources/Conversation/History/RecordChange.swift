/// One change by hand of what is known of a conversation beside its messages.
package enum RecordChange: Sendable, Hashable {
  case title(String)
  /// All of them, in order.
  case tags([String])
  case pinned(Bool)
  case archived(Bool)
}

extension ConversationRecord {
  package mutating func apply(_ change: RecordChange) {
    switch change {
    case .title(let title): setTitle(title, from: .user)
    case .tags(let tags): self.tags = tags
    case .pinned(let isPinned): self.isPinned = isPinned
    case .archived(let isArchived): self.isArchived = isArchived
    }
  }
}
