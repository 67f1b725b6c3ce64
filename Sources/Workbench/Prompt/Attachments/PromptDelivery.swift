import Conversation

/// A prompt on its way out; nothing has left the prompt yet.
enum PromptDelivery: Sendable {
  /// Its files are being read, in the reading of this number; any other is of a prompt that was given up.
  case reading(Int, revision: Int)
  /// The files are here, and the user is asked whether they are to be sent.
  case asking([AttachedFile], revision: Int)
}
