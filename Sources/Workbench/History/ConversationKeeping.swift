import Conversation

/// How the open conversation is kept: its record, and what of it the archive was given.
package struct ConversationKeeping: Sendable {
  package internal(set) var record: ConversationRecord
  /// Whether nothing of it goes to the disk: no message, no draft, no prompt.
  package internal(set) var isOffTheRecord = false
  /// The archive's number for it; `nil` until it has one.
  package internal(set) var number: Int64?
  /// What was taken out in this run and can be put back, the last one last.
  var removals: [TreeChange] = []
  var givenRecord: ConversationRecord?
  var givenView: String?

  init(record: ConversationRecord) {
    self.record = record
  }
}
