import Conversation

/// What a model answers to a request.
enum DemoAnswer: Sendable {
  case script(DemoScript)
  /// An error envelope, and when to try again.
  case refusal(status: Int, retryAfterSeconds: Int, message: String)
}

extension DemoModel {
  /// The answer to a conversation.
  ///
  /// `question` is what the user said last, `turn` is 1 for the first user message.
  func answer(to question: String, turn: Int) -> DemoAnswer {
    let text = turn == 1 ? opening : DemoText.followUp(to: question, turn: turn, model: name)
    return switch self {
    case .tour: .script(DemoScript(.paced(text, perSecond: 60)))
    case .slow: .script(DemoScript(.paced(text, perSecond: 8)))
    case .bursty: .script(DemoScript(.bursts(text, words: 12, pauseMilliseconds: 400)))
    case .reasoning:
      .script(
        DemoScript(
          .paced(DemoText.thinking, perSecond: 40, as: DemoStep.reasoning)
            + .paced(text, perSecond: 40)
        )
      )
    case .stalls: .script(DemoScript(.stalling(text, perSecond: 30, stallMilliseconds: 15_000)))
    case .cutOff:
      .script(DemoScript(.paced(text.firstHalf, perSecond: 30) + [.breakOff], ending: .unsaid))
    case .unfinished: .script(DemoScript(.paced(text.firstHalf, perSecond: 30), ending: .unsaid))
    case .busy:
      .refusal(
        status: 429,
        retryAfterSeconds: 2,
        message: "Canned refusal: this model is always busy. Try another preset."
      )
    case .splitUTF8: .script(DemoScript(.torn(text, perSecond: 20)))
    case .flat(let words):
      .script(DemoScript(count: words, deltaCount: words) { .content(Self.numberedWord($0 + 1)) })
    case .rate(let perSecond, let words):
      .script(Self.even(perSecond: perSecond, words: words, word: Self.numberedWord))
    case .clock(let perSecond, let words):
      .script(
        Self.even(perSecond: perSecond, words: words) { _ in "\(MonotonicTime.now().nanoseconds) " }
      )
    }
  }

  /// Words in even steps; each is made when it is sent.
  private static func even(
    perSecond: Int,
    words: Int,
    word: @escaping @Sendable (Int) -> String
  ) -> DemoScript {
    DemoScript(count: words * 2, deltaCount: words) { index in
      index.isMultiple(of: 2)
        ? .wait(milliseconds: 1_000 / Double(perSecond)) : .content(word(index / 2 + 1))
    }
  }

  private var opening: String {
    switch self {
    case .slow: DemoText.slow
    case .bursty: DemoText.bursty
    case .reasoning: DemoText.afterThinking
    case .stalls: DemoText.stalls
    case .cutOff, .unfinished: DemoText.cutOff
    case .splitUTF8: DemoText.splitUTF8
    case .tour, .busy, .flat, .rate, .clock: DemoText.tour
    }
  }

  /// `w000001 `, `w000002 `, …: of one length, and each to be found again on a screen.
  private static func numberedWord(_ number: Int) -> String {
    let digits = String(number)
    return "w" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits + " "
  }
}
