import Conversation
import Measuring

/// What a comparison asks of a server: an answer, or a judge's verdict on some.
enum CompareJob: Sendable {
  case answer(group: Int, lane: Int)
  case judgement(group: Int, JudgeOrder)
}

/// A request of a comparison that is under way.
struct RunningJob {
  let job: CompareJob
  let server: Int
  let preset: Preset
  let messages: [ChatMessage]
  /// Whether the server is still being warmed up.
  var isWarmingUp = false
  private var reply: RunningReply

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
    reply = RunningReply(preset: preset, request: request, mode: mode)
  }

  /// Whether it asks for an answer, rather than for a verdict.
  var isAnswer: Bool { if case .answer = job { true } else { false } }
  var attempts: Int { reply.attempts }
  var message: Message { reply.message }
  var failureToReach: ReplyError? { reply.failureToReach }

  /// - Returns: Whether it has ended.
  mutating func take(_ event: StreamEvent) -> Bool { reply.take(event) }

  /// Ends it without any attempt.
  mutating func refuse(_ reason: ReplyError, as request: RequestID) {
    reply.refuse(reason, as: request)
  }
}
