import Conversation

extension WorkbenchState {
  /// Has the recording of a reply brought from the archive, where it is not at hand; for whoever wants to look at it.
  ///
  /// Asks nothing twice, so it may be called as often as one likes; ``RecordingShelf/state(of:)`` says what has come of it.
  package mutating func wantRecording(of id: MessageID) -> [Effect] {
    let message = tree[id]
    // What was just asked for has nothing recorded yet.
    let isStreaming = conversation.lanes.contains { $0.isStreaming && $0.tip == id }
    guard recordings.state(of: message) == .unasked, !isStreaming else { return [] }
    recordings.noteQuestion(message.key)
    if keeping.isOffTheRecord {
      recordings.take(.none, of: message.key)
      return []
    }
    return [.history(.recording(message.key))]
  }
}
