import Conversation

/// A turn that a lane is to answer as soon as it may.
package struct PendingAnswer: Sendable, Hashable {
  /// What the user said.
  let turn: MessageID
  /// The first words that the reply is given; empty for none.
  var prefill = ""
}
