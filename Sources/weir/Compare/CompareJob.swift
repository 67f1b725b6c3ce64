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
    if case .retrying(let retry) = event.kind { attempts = retry.attempt }
    tree.apply(event)
    return !(message.reply?.isStreaming ?? false)
  }

  var message: Message { tree[reply] }
}
