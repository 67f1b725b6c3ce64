extension Message {
  /// Takes an event of this reply's request; an event for a user message or an ended reply is ignored.
  ///
  /// Text is appended in place: the cost is that of the new text, not of the whole.
  package mutating func apply(_ event: StreamEvent) {
    guard reply?.ending == nil, reply != nil else { return }
    switch event.kind {
    case .phase(let phase): enter(phase, at: event.time)
    case .delta(let delta): append(delta)
    case .toolCall(let delta):
      reply?.noteFirstDelta(at: event.time)
      reply?.toolCalls.collect(delta)
    case .logProbs(let tokens): reply?.logProbs += tokens
    case .usage(let usage): reply?.usage = usage
    case .serverTimings(let timings): reply?.serverTimings = timings
    case .prefill(let progress): reply?.prefill = progress
    case .connection(let timing): reply?.connection = timing
    case .model(let name): reply?.reportedModel = name
    case .keepAlive: reply?.lastKeepAlive = event.time
    case .retrying(let retry):
      reply?.retry = retry
      reply?.attempts = max(1, retry.attempt)
    case .notice(let text): reply?.notices.append(text)
    case .wire: break
    case .ended(let ending):
      reply?.ending = ending
      reply?.ended = event.time
      reply?.retry = nil
    }
  }

  private mutating func enter(_ phase: RequestPhase, at time: MonotonicTime) {
    reply?.phase = phase
    switch phase {
    case .connecting: reply?.retry = nil
    case .sent: reply?.sent = time
    case .answering: break
    }
  }

  private mutating func append(_ delta: Delta) {
    if let first = delta.marks.first { reply?.noteFirstDelta(at: first.time) }
    reply?.marks += delta.marks.lazy.map { Reply.Mark($0, of: delta.channel) }
    switch delta.channel {
    case .content: content += delta.text
    case .reasoning: reply?.reasoning += delta.text
    case .refusal: reply?.refusal += delta.text
    }
  }
}

extension Reply {
  fileprivate mutating func noteFirstDelta(at time: MonotonicTime) {
    if firstDelta == nil { firstDelta = time }
  }
}
