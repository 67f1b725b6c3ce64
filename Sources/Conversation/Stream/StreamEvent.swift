/// Something that happened to one request, stamped when it arrived.
///
/// The events of a request end with exactly one `.ended`, after which none follows.
package struct StreamEvent: Sendable, Hashable {
  /// What happened.
  package enum Kind: Sendable, Hashable {
    /// The request entered a phase; `.sent` is time zero for TTFT.
    case phase(RequestPhase)
    /// Text arrived; never empty. Adjacent deltas of one request and channel may be merged, with all marks kept.
    case delta(Delta)
    /// A piece of a tool call; pieces of one index belong together.
    case toolCall(ToolCallDelta)
    case logProbs([TokenLogProb])
    /// The server's own count; a later one replaces an earlier one.
    case usage(Usage)
    /// llama.cpp's `timings`; a later one replaces an earlier one.
    case serverTimings(ServerTimings)
    /// llama.cpp's `prompt_progress`.
    case prefill(PrefillProgress)
    /// Where the time to the first byte went; once an attempt.
    case connection(ConnectionTiming)
    /// The model name the server reports; once, when it differs from nothing.
    case model(String)
    /// Bytes that carry no delta (a comment, a role chunk) show that the server is alive.
    case keepAlive
    /// What went over the wire since the last of these, where the request is recorded; it comes no later than what was
    /// made of it.
    indirect case wire(WireLog)
    /// The attempt failed and another starts at `retry.time`.
    case retrying(Retry)
    /// Something worth a line on screen, such as a request that was repeated without a refused field.
    case notice(String)
    case ended(Ending)
  }

  package var request: RequestID
  package var time: MonotonicTime
  package var kind: Kind

  package init(request: RequestID, time: MonotonicTime, kind: Kind) {
    self.request = request
    self.time = time
    self.kind = kind
  }
}
