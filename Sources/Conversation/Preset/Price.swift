/// What a model's tokens cost, in whatever currency the user counts.
package struct Price: Sendable, Hashable {
  /// Of a million tokens of the prompt.
  package var input: Double
  /// Of a million tokens of the answer, its reasoning among them.
  package var output: Double

  package init(input: Double = 0, output: Double = 0) {
    self.input = input
    self.output = output
  }

  /// What an answer cost; `nil` where the server did not count its tokens.
  package func cost(of usage: Usage) -> Double? {
    guard let prompt = usage.promptTokens, let completion = usage.completionTokens else {
      return nil
    }
    return (Double(prompt) * input + Double(completion) * output) / 1_000_000
  }
}

extension Reply {
  /// What the answer cost, where the preset has prices and the server counted.
  package var cost: Double? {
    guard let price = preset.price, let usage else { return nil }
    return price.cost(of: usage)
  }
}
