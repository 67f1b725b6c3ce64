import Conversation

/// How the open conversation is kept: its record, and what of it the archive was given.
package struct ConversationKeeping: Sendable {
  package internal(set) var record: ConversationRecord
  /// Whether nothing of it goes to the disk: no message, no draft, no prompt.
  package internal(set) var isOffTheRecord = false
  /// The file of recordings that is replayed, by its name; nothing of it is kept.
  package internal(set) var replayedFile: String?
  /// The archive's number for it; `nil` until it has one.
  package internal(set) var number: Int64?
  /// What was taken out in this run and can be put back, the last one last.
  var removals: [TreeChange] = []
  var givenRecord: ConversationRecord?
  var givenView: String?
  /// Up to where what others wrote is known: the archive's clock.
  var revision: Int64 = 0
  /// The question what they wrote since.
  var reload = Reload.none
  /// Whether another weir has deleted it, and nothing was said here since.
  package internal(set) var isDeletedElsewhere = false

  /// Of all questions what others wrote into a conversation one is under way, whatever they write meanwhile.
  enum Reload: Sendable {
    case none
    case underWay
    /// They have written since it was asked: it is asked once more when it is answered.
    case underWayAgain
  }

  init(record: ConversationRecord) {
    self.record = record
  }
}
