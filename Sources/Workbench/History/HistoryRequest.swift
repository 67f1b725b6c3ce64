import Conversation
import Recording

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
  /// What the archive knows of a conversation that this revision does not; answered by `.changedElsewhere` with the
  /// same count, or by `.notReloaded`.
  case reload(ConversationID, since: Int64, savesTaken: Int)
  /// A page of the list of conversations, pinned ones first, then the newest; answered by `.listed` or
  /// `.notListed`. One that is asked for later takes the place of any that is not answered yet.
  case list(ConversationListPage, query: QueryNumber)
  /// Changes a conversation that is not open here; answered by `.notRevised` where that failed.
  case revise(ConversationID, RecordChange)
  /// Deletes a conversation with all its messages; answered by `.deleted` or `.notDeleted`.
  case delete(ConversationID)
  /// Reads a conversation that is to be written to a file; answered by `.read` or `.notRead`.
  case export(ConversationID, path: String)
  /// What went over the wire for a reply; answered by `.recording` or `.noRecording`.
  case recording(MessageKey)
  /// Looks for a text in all messages, newest first; answered by `.found`, as often as there is something, or
  /// `.notFound`. One that is asked for later interrupts it.
  case search(String, query: QueryNumber)
  case stopSearching
  /// All votes; answered by `.votes` or `.noVotes`.
  case listVotes(query: QueryNumber)
  /// How fast the newest answers of a preset's model came; answered by `.speeds`.
  case readSpeeds(of: String, model: String, limit: Int, query: QueryNumber)
  /// Answered by `.prompts`, as are the two that follow; or by `.noPrompts`.
  case listPrompts
  /// Keeps a prompt by its name, in the place of one that had it.
  case savePrompt(SavedPrompt)
  case removePrompt(name: String)
}

/// Tells the answers to one question from those to any other; a later question has a higher one.
package struct QueryNumber: Sendable, Hashable, Comparable {
  package let rawValue: Int

  package init(_ rawValue: Int) {
    self.rawValue = rawValue
  }

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Which part of the list of conversations is asked for.
package struct ConversationListPage: Sendable, Hashable {
  package var filter: ConversationFilter
  /// The row after which it begins; `nil` for the first page.
  package var after: ConversationSummary?
  /// How many rows it has at most.
  package var limit: Int

  package init(_ filter: ConversationFilter, after: ConversationSummary? = nil, limit: Int) {
    self.filter = filter
    self.after = after
    self.limit = limit
  }
}

/// What the archive has to say.
package enum HistoryAnswer: Sendable {
  case opened(StoredConversation, for: ConversationRequest)
  case notOpened(reason: String, ConversationRequest)
  /// The numbers of conversations that were saved; whatever was not saved before is now.
  case saved([ConversationID: Int64])
  /// Conversations of which something was to be saved and that another weir has removed.
  case unknown(Set<ConversationID>)
  /// Messages whose keys something else in the archive had already, and the keys that they have there.
  case renamed(ConversationID, [MessageKey: MessageKey])
  /// Why nothing is saved at the moment; what is unsaved is kept and tried again.
  case notSaved(reason: String)
  /// Other weirs have written into these conversations, and removed those.
  case writtenElsewhere(changed: Set<ConversationID>, removed: Set<ConversationID>)
  /// What another weir wrote into a conversation: its record, and the messages that it changed.
  case changedElsewhere(StoredConversation, savesTaken: Int)
  /// The conversation is not there, or could not be read.
  case notReloaded(ConversationID)
  /// A page of the list of conversations; `isLast` where no other follows.
  case listed([ConversationSummary], isLast: Bool, query: QueryNumber)
  case notListed(reason: String, query: QueryNumber)
  /// Something in the list of conversations is not as it was: this weir or another one has written.
  case listChanged
  case notRevised(reason: String, ConversationID)
  case deleted(ConversationID)
  case notDeleted(reason: String, ConversationID)
  /// A conversation to be written to a file.
  case read(StoredConversation, path: String)
  case notRead(reason: String)
  case recording(KeptRecording, of: MessageKey)
  case noRecording(reason: String, of: MessageKey)
  /// Further hits of a search, each older than those before; `isLast` where no others follow.
  case found([MessageHit], isLast: Bool, query: QueryNumber)
  case notFound(reason: String, query: QueryNumber)
  case votes([CountedVote], query: QueryNumber)
  case noVotes(reason: String, query: QueryNumber)
  /// The newest first; `nil` where they cannot be read.
  case speeds([ReplySpeed]?, query: QueryNumber)
  /// All prompts that are kept by name, by their names.
  case prompts([SavedPrompt])
  case noPrompts(reason: String)
}
