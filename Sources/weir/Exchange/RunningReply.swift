import Conversation

/// A reply as far as it has come, where no conversation holds it.
struct RunningReply {
  private(set) var attempts = 1
  /// How often the request went out: attempts, redirects, and what is sent again without a field that was refused.
  private(set) var timesSent = 0
  /// How far any of its attempts has come.
  private var isSent = false
  private var isAnswered = false
  private var tree = MessageTree.new()
  private let reply: MessageID

  init(preset: Preset, request: RequestID, mode: AskingMode? = nil) {
    let question = tree.addUserMessage("", under: nil, at: .now())
    var reply = Reply(preset: preset, request: request, started: .now())
    reply.asked = mode
    self.reply = tree.addReply(reply, under: question, at: .now())
  }

  /// - Returns: Whether it has ended.
  mutating func take(_ event: StreamEvent) -> Bool {
    switch event.kind {
    case .retrying(let retry): attempts = retry.attempt
    case .phase(.connecting): isSent = false
    case .phase(.sent):
      isSent = true
      timesSent += 1
    case .phase(.answering): isAnswered = true
    default: break
    }
    tree.apply(event)
    return !(message.reply?.isStreaming ?? false)
  }

  /// Ends it without any attempt.
  mutating func refuse(_ reason: ReplyError, as request: RequestID) {
    attempts = 0
    tree.apply(StreamEvent(request: request, time: .now(), kind: .ended(.failed(reason))))
  }

  var message: Message { tree[reply] }

  /// Why it came to nothing before the server had said a byte; `nil` also where the server took it and was slow.
  var failureToReach: ReplyError? {
    guard !isAnswered, case .failed(let error)? = message.reply?.ending, error.kind == .transport
    else { return nil }
    return isSent && error.isTimeLimit ? nil : error
  }
}
