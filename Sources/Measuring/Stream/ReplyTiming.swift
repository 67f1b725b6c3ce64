import Conversation

/// The times of one reply, in seconds.
package struct ReplyTiming: Sendable, Hashable {
  /// TTFT: from the request being sent to the first content or reasoning delta.
  package var timeToFirstDelta: Double?
  /// From the start to the end, or to now while the reply streams.
  package var elapsed: Double
  /// Tokens after the first over the time since the first delta; needs the server's usage, and a time that can be measured.
  package var tokensPerSecond: Double?
  /// Deltas after the first over the time since the first.
  package var deltasPerSecond: Double?

  /// The times as they stand at a moment, which counts as the end of a reply that still streams.
  package init(of reply: Reply, now: MonotonicTime) {
    elapsed = max(0, (reply.ended ?? now).seconds(since: reply.started))
    guard let first = reply.firstDelta else { return }
    if let sent = reply.sent { timeToFirstDelta = max(0, first.seconds(since: sent)) }
    guard let last = reply.marks.last?.time else { return }
    deltasPerSecond = StreamRate.perSecond(reply.marks.count - 1, from: first, to: last)
    guard let tokens = reply.usage?.completionTokens, tokens > 1 else { return }
    tokensPerSecond = StreamRate.perSecond(tokens - 1, from: first, to: last)
  }
}
