import Conversation

/// The recordings at hand: of replies that were asked for in this run.
package struct RecordingShelf: Sendable {
  private var logs: [RequestID: WireLog] = [:]

  /// Takes what went over the wire since the last call.
  mutating func take(_ log: WireLog, of request: RequestID) {
    logs[request, default: WireLog(attempt: log.attempt)].append(log)
  }

  /// What is recorded of a reply, with the times of the monotonic clock.
  package func log(of reply: Reply) -> WireLog? { logs[reply.request] }
}
