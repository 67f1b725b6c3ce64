import Conversation

/// A kept reply with what went over the wire for it, for a file; times count from when it was asked for.
package struct RecordingToSave: Sendable, Hashable {
  package let message: StoredMessage
  /// What the user said.
  package let prompt: String
  package let log: WireLog
}
