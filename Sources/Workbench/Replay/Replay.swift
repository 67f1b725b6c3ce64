import Conversation

/// What the workbench is opened for to be played: a kept conversation, or a file of recordings.
package struct Replay: Sendable {
  /// `nil` for a kept conversation, which is opened like any other.
  package var file: ReplayedFile?
  package var speed: PlaySpeed
  /// From 1; `nil` for the last turn of a kept conversation, and for the first of a file.
  package var turn: Int?

  package init(file: ReplayedFile? = nil, speed: PlaySpeed, turn: Int? = nil) {
    self.file = file
    self.speed = speed
    self.turn = turn
  }
}

/// A file of recordings as a conversation that nobody keeps.
package struct ReplayedFile: Sendable {
  /// The file's name without its directories; from outside.
  package let name: String
  package let conversation: StoredConversation
  /// What went over the wire, times counted from when each reply was asked for.
  package let recordings: [MessageKey: WireLog]

  package init(
    name: String,
    conversation: StoredConversation,
    recordings: [MessageKey: WireLog]
  ) {
    self.name = name
    self.conversation = conversation
    self.recordings = recordings
  }
}
