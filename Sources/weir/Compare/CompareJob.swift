import Broker
import Conversation
import Measuring

/// What a comparison asks of a server: an answer, or a judge's verdict on some.
enum CompareJob: Sendable {
  case answer(group: Int, lane: Int)
  case judgement(group: Int, JudgeOrder)
}

/// A request that is under way, and the reply as far as it has come.
struct RunningJob {
  let job: CompareJob
  let server: Int
  let preset: Preset
  let messages: [ChatMessage]
  /// Whether the server is still being warmed up.
  var isWarmingUp = false
  var attempts = 1
  /// How far any of its attempts has come.
  private var isSent = false
  private var isAnswered = false
  private var tree = MessageTree.new()
  private let reply: MessageID

  init(
    _ job: CompareJob,
    on server: Int,
    preset: Preset,
    messages: [ChatMessage],
    request: RequestID,
    mode: AskingMode
  ) {
    self.job = job
    self.server = server
    self.preset = preset
    self.messages = messages
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
    case .phase(.sent): isSent = true
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
