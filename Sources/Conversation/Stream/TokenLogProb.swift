/// A token with the logarithm of its probability, and the alternatives the server named.
package struct TokenLogProb: Sendable, Hashable {
  /// A token that the model might have taken.
  package struct Alternative: Sendable, Hashable {
    package var token: String
    package var logProb: Double

    package init(token: String, logProb: Double) {
      self.token = token
      self.logProb = logProb
    }
  }

  package var token: String
  package var logProb: Double
  package var alternatives: [Alternative]

  package init(token: String, logProb: Double, alternatives: [Alternative] = []) {
    self.token = token
    self.logProb = logProb
    self.alternatives = alternatives
  }
}
