/// What is known of one assistant answer beside its content.
///
/// The times of a reply that was read from an archive or a file count from 0, which is when it was asked for.
package struct Reply: Sendable, Hashable {
  /// The preset as it was when the request was sent.
  package let preset: Preset
  /// `RequestID.none` for a reply that was not asked for in this run.
  package let request: RequestID
  /// The bytes of the content that came before the model's own: the prefill, or a reply that it goes on from.
  package var givenBytes = 0
  /// Whether the user changed its words.
  package var isEdited = false
  /// How it was asked for beside others; `nil` where it was asked for alone, or that is not known.
  package var asked: AskingMode?
  /// What was set besides the preset for this answer alone, as `name=value`, or that it merges others; empty for none.
  package var difference = ""
  package var reasoning = ""
  package var refusal = ""
  package var toolCalls: [ToolCall] = []
  package var logProbs: [TokenLogProb] = []
  package var usage: Usage?
  package var serverTimings: ServerTimings?
  package var connection: ConnectionTiming?
  package var prefill: PrefillProgress?
  package var retry: Retry?
  /// How many attempts were made in this run; 1 where that is not known.
  package var attempts = 1
  /// The name the server gave the model, where it said one.
  package var reportedModel: String?
  package var phase = RequestPhase.connecting
  /// When the request went out (time zero of the last attempt), the first delta, and the end.
  package var started: MonotonicTime
  package var sent: MonotonicTime?
  package var firstDelta: MonotonicTime?
  /// When a sign of life without text last came.
  package var lastKeepAlive: MonotonicTime?
  package var ended: MonotonicTime?
  /// The arrival of every delta, in order; of each channel, the lengths add up to its text's without what was given.
  package var marks: [Mark] = []
  package var notices: [String] = []
  /// `nil` while the reply streams.
  package var ending: Ending?

  package init(preset: Preset, request: RequestID, started: MonotonicTime) {
    self.preset = preset
    self.request = request
    self.started = started
  }

  package var isStreaming: Bool { ending == nil }
}

extension Reply {
  /// The arrival of one delta: what of the text it brought, and when; 16 bytes, since there is one a delta.
  package struct Mark: Sendable, Hashable {
    package let time: MonotonicTime
    private let length: UInt32
    package let channel: Delta.Channel

    package init(_ mark: Delta.Mark, of channel: Delta.Channel) {
      time = mark.time
      length = UInt32(clamping: mark.lengthInBytes)
      self.channel = channel
    }

    /// The same mark with its time counted from `start`.
    package func counted(from start: MonotonicTime) -> Mark {
      Mark(Delta.Mark(time: time.counted(from: start), lengthInBytes: lengthInBytes), of: channel)
    }

    package var lengthInBytes: Int { Int(length) }

    /// The arrival without its channel.
    package var arrival: Delta.Mark { Delta.Mark(time: time, lengthInBytes: lengthInBytes) }
  }
}
