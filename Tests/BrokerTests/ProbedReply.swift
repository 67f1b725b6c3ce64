import Conversation

/// What a reply's events add up to.
struct ProbedReply: Equatable {
  var content = ""
  var reasoning = ""
  var refusal = ""
  var deltas = 0
  var toolCalls: [ToolCall] = []
  var logProbs: [TokenLogProb] = []
  var usage: Usage?
  var timings: ServerTimings?
  var prefill: [PrefillProgress] = []
  var models: [String] = []
  var notices: [String] = []
  var phases: [RequestPhase] = []
  var retries: [Retry] = []
  var connections: [ConnectionTiming] = []
  var endings: [Ending] = []

  init() {}

  init(_ events: [StreamEvent]) {
    for event in events { take(event.kind) }
  }

  var error: ReplyError? {
    if case .failed(let error)? = endings.first, endings.count == 1 { return error }
    return nil
  }

  private mutating func take(_ kind: StreamEvent.Kind) {
    switch kind {
    case .phase(let phase): phases.append(phase)
    case .delta(let delta): take(delta)
    case .toolCall(let call): toolCalls.collect(call)
    case .logProbs(let tokens): logProbs += tokens
    case .usage(let usage): self.usage = usage
    case .serverTimings(let timings): self.timings = timings
    case .prefill(let progress): prefill.append(progress)
    case .connection(let timing): connections.append(timing)
    case .model(let name): models.append(name)
    case .keepAlive, .wire: break
    case .retrying(let retry): retries.append(retry)
    case .notice(let text): notices.append(text)
    case .ended(let ending): endings.append(ending)
    }
  }

  private mutating func take(_ delta: Delta) {
    deltas += delta.marks.count
    switch delta.channel {
    case .content: content += delta.text
    case .reasoning: reasoning += delta.text
    case .refusal: refusal += delta.text
    }
  }
}
