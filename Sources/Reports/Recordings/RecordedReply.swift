import Conversation

/// One reply as a recording holds it: who was asked what, and everything that went over the wire.
///
/// All times count from when it was asked for.
package struct RecordedReply: Sendable, Hashable {
  package var preset: Preset
  /// The last thing that the user said.
  package var prompt: String
  package var asked: WallTime
  package var log: WireLog
  package var sent: MonotonicTime?
  package var connection: ConnectionTiming?
  package var ended: MonotonicTime?
  /// `nil` where the recording ends before the reply does.
  package var ending: Ending?

  package init(preset: Preset, prompt: String, asked: WallTime, log: WireLog) {
    self.preset = preset
    self.prompt = prompt
    self.asked = asked
    self.log = log
  }

  /// Whether the connection ended before the body did, so far as that is known.
  package var isCutOff: Bool {
    switch ending {
    // The body of an incomplete answer ends well, only too early.
    case .finished, .incomplete: false
    case .failed(let error): error.kind == .transport
    case .cancelled, .interrupted, nil: true
    }
  }
}
