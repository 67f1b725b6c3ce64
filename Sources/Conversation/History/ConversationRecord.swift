/// What is known of a conversation beside its messages.
package struct ConversationRecord: Sendable, Hashable {
  /// Where a title comes from; a later one replaces those above it only.
  package enum TitleSource: String, Sendable, Hashable, CaseIterable {
    /// The first words of the first message.
    case firstMessage = "first"
    /// A preset was asked for one.
    case preset
    /// The user typed it.
    case user
  }

  package let id: ConversationID
  package var created: WallTime
  /// One line; empty until something was said.
  package var title = ""
  package var titleSource = TitleSource.firstMessage
  /// The system prompt of this conversation; `nil` leaves it to each preset.
  package var system: String?
  /// In the order in which they were given.
  package var tags: [String] = []
  package var isPinned = false
  package var isArchived = false
  /// The conversation that it was forked from.
  package var forkedFrom: ConversationID?
  /// Where an imported one came from ("chatgpt 6745…"), by which it is not taken twice.
  package var origin: String?

  package init(id: ConversationID, created: WallTime) {
    self.id = id
    self.created = created
  }

  /// Gives it a title, unless it has one from a better source, or one of its first message already.
  package mutating func setTitle(_ title: String, from source: TitleSource) {
    let order = TitleSource.allCases
    guard let new = order.firstIndex(of: source), let old = order.firstIndex(of: titleSource),
      new > old || new == old && source != .firstMessage || self.title.isEmpty
    else { return }
    self.title = title
    titleSource = source
  }
}
