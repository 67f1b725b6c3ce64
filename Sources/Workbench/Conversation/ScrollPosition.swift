import Conversation

/// Which rows of a lane are in view.
package enum ScrollPosition: Sendable, Hashable {
  /// The end is in view and stays in view while the text grows.
  case following
  /// What stands at the top of the view, wherever its row may move.
  case at(message: MessageID, place: MessageAnchor)
}
