import Conversation
import Glibc

/// What the log-probs of one reply say, taken in as they come: a token costs the same however long the reply is.
package struct LogProbFigures: Sendable, Hashable {
  /// Below this probability a token counts as unlikely.
  package static let unlikely = 0.1

  package private(set) var count = 0
  /// The tokens of a probability below a tenth, by their number from 0, ascending.
  package private(set) var unlikely: [Int] = []
  private var known = 0
  private var sum = 0.0
  private var entropies = 0
  private var entropySum = 0.0

  package init() {}

  /// Takes the tokens that were not taken yet.
  package mutating func take(_ tokens: [TokenLogProb]) {
    guard count < tokens.count else { return }
    for token in tokens[count...] {
      if token.probability < Self.unlikely { unlikely.append(count) }
      if token.logProb.isFinite {
        known += 1
        sum += min(0, token.logProb)
      }
      if let bits = token.entropyBits {
        entropies += 1
        entropySum += bits
      }
      count += 1
    }
  }

  /// How surprising the tokens were: e to the mean of their negative log-probs, so 1 where each was certain.
  ///
  /// What has no finite one is left out.
  package var perplexity: Double? { known > 0 ? exp(-sum / Double(known)) : nil }

  /// The mean of the tokens' entropies, in bits; over the alternatives that the server named, and no others.
  package var meanEntropyBits: Double? { entropies > 0 ? entropySum / Double(entropies) : nil }
}

extension TokenLogProb {
  /// From 0 to 1.
  package var probability: Double { Self.probability(logProb) }

  /// How undecided the model was, in bits: the entropy of the alternatives that were named and of the token itself, as if
  /// there were no others; `nil` where fewer than two are known.
  package var entropyBits: Double? {
    var parts = alternatives.map(\.probability)
    if !alternatives.contains(where: { $0.token == token }) { parts.append(probability) }
    let sum = parts.reduce(0, +)
    guard parts.count > 1, sum > 0 else { return nil }
    return parts.reduce(0) { $0 - ($1 > 0 ? $1 / sum * log2($1 / sum) : 0) }
  }

  fileprivate static func probability(_ logProb: Double) -> Double {
    logProb.isNaN ? 0 : exp(min(0, logProb))
  }
}

extension TokenLogProb.Alternative {
  /// From 0 to 1.
  package var probability: Double { TokenLogProb.probability(logProb) }
}
