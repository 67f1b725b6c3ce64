import Conversation

/// The figures of a stored reply on one line: TTFT, duration, tokens, rate.
struct ReplyFigures {
  private let reply: Reply

  init(_ reply: Reply) {
    self.reply = reply
  }

  /// Empty where nothing was measured.
  var text: String {
    [firstDelta, duration, tokens, rate, reply.isEdited ? "edited" : nil].compactMap { $0 }
      .joined(separator: " · ")
  }

  private var firstDelta: String? {
    guard let sent = reply.sent, let first = reply.firstDelta, first >= sent else { return nil }
    return "TTFT \(Self.time(first.milliseconds(since: sent)))"
  }

  private var duration: String? {
    guard let sent = reply.sent, let ended = reply.ended, ended >= sent else { return nil }
    return Self.time(ended.milliseconds(since: sent))
  }

  private var tokens: String? {
    guard let usage = reply.usage else { return nil }
    let parts = [
      usage.promptTokens.map { "\($0) tokens in" }, usage.completionTokens.map { "\($0) out" },
      usage.reasoningTokens.map { "\($0) of them reasoning" },
    ]
    let text = parts.compactMap { $0 }.joined(separator: ", ")
    return text.isEmpty ? nil : text
  }

  /// The tokens after the first by the time since the first.
  private var rate: String? {
    guard let tokens = reply.usage?.completionTokens, tokens > 1, let first = reply.firstDelta,
      let ended = reply.ended, ended > first
    else { return nil }
    return "\(Self.tenths(Double(tokens - 1) / ended.seconds(since: first))) tok/s"
  }

  private static func time(_ milliseconds: Double) -> String {
    milliseconds < 1_000
      ? "\(Int(milliseconds.rounded())) ms" : "\(tenths(milliseconds / 1_000)) s"
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int(exactly: (value * 10).rounded()) ?? 0
    return "\(tenths / 10).\(tenths % 10)"
  }
}
