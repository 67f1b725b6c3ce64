import Conversation

/// Which rows of a lane are in view.
package enum ScrollPosition: Sendable, Hashable {
  /// The end is in view and stays in view while the text grows.
  case following
  /// The row at the top of the view: `row` counts from the message's first row.
  case at(message: MessageID, row: Int)
}
