/// A sampling parameter that a preset can set, by its name on the wire.
package enum Parameter: String, Sendable, Hashable, CaseIterable, Comparable {
  case temperature
  case topP = "top_p"
  case topK = "top_k"
  case minP = "min_p"
  case maxTokens = "max_tokens"
  case seed
  case stop
  case presencePenalty = "presence_penalty"
  case frequencyPenalty = "frequency_penalty"
  case reasoningEffort = "reasoning_effort"
  case logProbs = "logprobs"

  /// What values it takes.
  package enum Kind: Sendable, Hashable {
    case number(ClosedRange<Double>)
    case integer(ClosedRange<Int>)
    /// One text or a list of texts.
    case texts
    case word
    /// `true`, or the number of alternatives wanted (which sets `top_logprobs` too).
    case flagOrCount
  }

  package var kind: Kind {
    switch self {
    case .temperature: .number(0...2)
    case .topP, .minP: .number(0...1)
    case .topK: .integer(0...1_000_000)
    case .maxTokens: .integer(1...Int(Int32.max))
    case .seed: .integer(Int.min...Int.max)
    case .stop: .texts
    case .presencePenalty, .frequencyPenalty: .number(-2...2)
    case .reasoningEffort: .word
    case .logProbs: .flagOrCount
    }
  }

  /// The order of declaration, in which parameters are shown and sent.
  package static func < (left: Self, right: Self) -> Bool { left.position < right.position }

  private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
