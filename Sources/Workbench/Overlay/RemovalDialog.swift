import Conversation

/// The question what is to be deleted: one turn, or a message and all below it.
package struct RemovalDialog: Sendable {
  package enum Choice: Sendable, Hashable {
    /// What the user said and all replies to it, or a note; what follows moves up.
    case turn(MessageID)
    /// A message and all below it.
    case branch(MessageID)
  }

  package struct Item: Sendable, Hashable {
    package let choice: Choice
    /// What goes.
    package let words: String
  }

  /// The message that it is about.
  package let message: MessageID
  package let items: [Item]
  package internal(set) var selection = 0
  /// The tree view to go back to.
  let view: TreeOverlay?

  init(_ message: MessageID, of tree: MessageTree, from view: TreeOverlay?) {
    self.message = message
    self.view = view
    items = Self.items(message, of: tree)
  }

  private static func items(_ message: MessageID, of tree: MessageTree) -> [Item] {
    let isNote = tree[message].isNote
    let turn = tree[message].isReply ? tree[message].parent ?? message : message
    let replies = tree.children(of: turn).count { tree[$0].isReply }
    let after = tree.messagesAfterTurn(turn).reduce(0) { $0 + tree.subtree(of: $1).count }
    let said = isNote ? "note" : "turn"
    let moves =
      after == 0 ? "" : "; \(count(after)) after it \(after == 1 ? "moves" : "move") up"
    var items = [
      Item(
        choice: .turn(turn),
        words: isNote
          ? "this note only" + moves
          : "this turn only" + (replies == 0 ? "" : ", with \(self.replies(replies))") + moves
      )
    ]
    if tree[message].isReply {
      items.append(
        Item(choice: .branch(message), words: "this reply" + below(message, of: tree))
      )
    }
    if after > 0 {
      items.append(Item(choice: .branch(turn), words: "this \(said)" + below(turn, of: tree)))
    }
    return items
  }

  private static func below(_ message: MessageID, of tree: MessageTree) -> String {
    let below = tree.subtree(of: message).count - 1
    return below == 0 ? "" : " and \(count(below)) below it"
  }

  private static func replies(_ count: Int) -> String {
    count == 1 ? "its reply" : "its \(count) replies"
  }

  private static func count(_ messages: Int) -> String {
    messages == 1 ? "the message" : "the \(messages) messages"
  }
}
