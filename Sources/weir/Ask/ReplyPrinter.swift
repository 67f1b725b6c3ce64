import Conversation
import Typeset

/// Writes a reply as it arrives: the answer to standard output, everything else to standard error.
struct ReplyPrinter {
  /// What of a reply is shown while it streams.
  struct Channels: OptionSet {
    let rawValue: Int
    static let content = Channels(rawValue: 1)
    static let reasoning = Channels(rawValue: 2)
  }

  private let channels: Channels
  private let isTerminal = StandardOutput.isTerminal
  private let isErrorTerminal = StandardError.isTerminal
  /// Whether the cursor may stand behind text, by stream.
  private var isInContentLine = false
  private var isInReasoningLine = false

  init(channels: Channels) {
    self.channels = channels
  }

  /// - Throws: `StandardOutput.Closed` when nobody reads the answer any more.
  mutating func show(_ event: StreamEvent) throws(StandardOutput.Closed) {
    switch event.kind {
    case .delta(let delta): try show(delta)
    case .retrying(let retry):
      let seconds = max(0, retry.time.seconds(since: event.time))
      say("\(retry.reason); attempt \(retry.attempt) in \(seconds.inTenths) s")
    case .notice(let text): say(text)
    case .ended(let ending): try end(ending)
    case .phase, .toolCall, .logProbs, .usage, .serverTimings, .prefill, .connection, .model,
      .keepAlive, .wire:
      break
    }
  }

  private mutating func show(_ delta: Delta) throws(StandardOutput.Closed) {
    switch delta.channel {
    case .content where channels.contains(.content):
      breakReasoningLine()
      try StandardOutput.write(isTerminal ? Sanitizer.visible(delta.text) : delta.text)
      isInContentLine = !delta.text.hasSuffix("\n")
    case .reasoning where channels.contains(.reasoning), .refusal:
      StandardError.writeText(isErrorTerminal ? Sanitizer.visible(delta.text) : delta.text)
      isInReasoningLine = !delta.text.hasSuffix("\n")
    case .content, .reasoning: break
    }
  }

  private mutating func end(_ ending: Ending) throws(StandardOutput.Closed) {
    if isTerminal && isInContentLine { try StandardOutput.write("\n") }
    isInContentLine = false
    breakReasoningLine()
    switch ending {
    case .finished(reason: "length"): say("the answer ends at its token limit (length)")
    case .finished: break
    case .incomplete: say("the answer is incomplete: it ended without finish_reason and [DONE]")
    case .cancelled, .interrupted: say("stopped")
    case .failed(let error): say(error.description)
    }
  }

  private mutating func breakReasoningLine() {
    if isInReasoningLine { StandardError.writeText("\n") }
    isInReasoningLine = false
  }

  /// Server texts may stand in a message.
  private func say(_ message: String) {
    StandardError.write("weir: " + Sanitizer.visible(message))
  }
}

extension Double {
  fileprivate var inTenths: String {
    let tenths = Int((self * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
