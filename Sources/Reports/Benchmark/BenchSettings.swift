import Conversation

/// How a measurement was made, as far as two of them are alike only where this is the same.
package struct BenchSettings: Sendable, Hashable {
  package enum Prompts: Sendable, Hashable {
    /// Given ones; the key names them, and they are kept nowhere.
    case given(count: Int, key: UInt64)
    case synthetic(tokens: Int, seed: UInt64)
  }

  package var prompts: Prompts
  package var runs: Int
  /// The most tokens of an answer.
  package var maxTokens: Int?
  package var warmUps: Int

  package init(prompts: Prompts, runs: Int, maxTokens: Int?, warmUps: Int) {
    self.prompts = prompts
    self.runs = runs
    self.maxTokens = maxTokens
    self.warmUps = warmUps
  }

  /// In a line.
  package var words: String {
    let prompts =
      switch prompts {
      case .given(let count, _): count == 1 ? "1 prompt" : "\(count) prompts"
      case .synthetic(let tokens, let seed):
        "prompts of about \(tokens) tokens, no two alike (seed \(seed))"
      }
    let facts = [
      prompts, runs == 1 ? "1 run" : "\(runs) runs",
      maxTokens.map { "at most \($0) tokens an answer" },
      warmUps == 0
        ? "no warm-up" : warmUps == 1 ? "1 request to warm up" : "\(warmUps) requests to warm up",
    ]
    return facts.compactMap { $0 }.joined(separator: ", ")
  }

  /// What figures depend on, by name: another seed or more runs make no other measurement.
  package var json: JSONValue {
    switch prompts {
    case .given(let count, let key):
      JSONObject.having([
        "prompts": .integer(count), "prompts_key": .string(String(key, radix: 16)),
        "runs": .integer(runs), "max_tokens": maxTokens.map { .integer($0) },
        "warm_up": .integer(warmUps),
      ])
    case .synthetic(let tokens, let seed):
      JSONObject.having([
        "input_tokens": .integer(tokens), "seed": .string(String(seed)),
        "runs": .integer(runs), "max_tokens": maxTokens.map { .integer($0) },
        "warm_up": .integer(warmUps),
      ])
    }
  }
}
