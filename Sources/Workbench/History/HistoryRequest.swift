import Conversation

/// Which conversation is to be opened.
package enum ConversationRequest: Sendable, Hashable {
  /// With a message to go to, where one was searched for.
  case conversation(ConversationID, message: MessageKey?)
  /// By the number that people type.
  case number(Int64)
  /// The one in which something was said or changed last, of those that are not archived.
  case newest
}

/// Something that the archive is asked for; answered by ``HistoryAnswer``.
package enum HistoryRequest: Sendable, Hashable {
  case open(ConversationRequest)
}

/// What the archive has to say.
package enum HistoryAnswer: Sendable {
  case opened(StoredConversation, for: ConversationRequest)
  case notOpened(reason: String, ConversationRequest)
  /// The numbers of conversations that were saved; whatever was not saved before is now.
  case saved([ConversationID: Int64])
  /// Why nothing is saved at the moment; what is unsaved is kept and tried again.
  case notSaved(reason: String)
  /// Another weir wrote into the conversation that is open here.
  case changedElsewhere(StoredConversation)
}
