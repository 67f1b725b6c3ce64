import Conversation
import Measuring
import Reports

/// What a measurement asks of whom: every preset with every concurrency, one after the other.
struct BenchPlan {
  /// Where the prompts come from.
  enum Prompts {
    case given([ComparisonPrompt])
    case synthetic(SyntheticPrompt)
  }

  /// Where neither the options nor the preset say how long an answer may be.
  static let usualMaxTokens = 128
  static let usualInputTokens = 128

  let lanes: [ComparisonLane]
  let concurrencies: [Int]
  let runs: Int
  let warmUps: Int
  let maxTokens: Int?
  let prompts: Prompts

  /// Requests of each load that are measured.
  var requests: Int {
    switch prompts {
    case .given(let prompts): prompts.count * runs
    case .synthetic: runs
    }
  }

  var loads: [(lane: ComparisonLane, load: BenchLoad)] {
    lanes.flatMap { lane in
      concurrencies.map { (lane, BenchLoad(preset: lane.label, concurrency: $0)) }
    }
  }

  /// Every request of the measurement has a number of its own, those that warm up too, so that synthetic prompts differ.
  func request(number: Int, to lane: ComparisonLane) -> (preset: Preset, messages: [ChatMessage]) {
    let prompt =
      switch prompts {
      case .given(let prompts): prompts[number % prompts.count]
      case .synthetic(let prompt): ComparisonPrompt(prompt.text(number: number))
      }
    var preset = lane.preset(for: prompt)
    if let most = maxTokens {
      preset.parameters[.maxTokens] = .integer(most)
    } else if preset.parameters[.maxTokens] == nil {
      preset.parameters[.maxTokens] = .integer(Self.usualMaxTokens)
    }
    let system = preset.system.map { [ChatMessage(role: .system, content: $0)] } ?? []
    return (preset, system + [ChatMessage(role: .user, content: prompt.text)])
  }

  var settings: BenchSettings {
    let source: BenchSettings.Prompts
    switch prompts {
    case .given(let prompts):
      var hash = StableHash()
      for prompt in prompts {
        hash.add(text: prompt.text)
        hash.add(text: prompt.system ?? "")
      }
      source = .given(count: prompts.count, key: hash.value)
    case .synthetic(let prompt):
      source = .synthetic(tokens: prompt.tokens, seed: prompt.seed)
    }
    return BenchSettings(prompts: source, runs: runs, maxTokens: maxTokens, warmUps: warmUps)
  }
}
