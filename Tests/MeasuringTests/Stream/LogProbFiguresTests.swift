import Conversation
import Foundation
import Measuring
import Support
import Testing

@Suite struct LogProbFiguresTests {
  private static func token(
    _ text: String,
    _ probability: Double,
    _ others: [Double] = []
  )
    -> TokenLogProb
  {
    TokenLogProb(
      token: text,
      logProb: log(probability),
      alternatives: ([probability] + others).enumerated().map {
        .init(token: $0.offset == 0 ? text : "other\($0.offset)", logProb: log($0.element))
      }
    )
  }

  private static func figures(_ tokens: [TokenLogProb]) -> LogProbFigures {
    var figures = LogProbFigures()
    figures.take(tokens)
    return figures
  }

  private static func isNear(_ one: Double?, _ other: Double?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return abs(one - other) < 1e-9
  }

  @Test func agreesWithAPlainCalculation() {
    var random = SeededGenerator(seed: 5)
    let tokens = (0..<200).map { index -> TokenLogProb in
      let parts = (0..<4).map { _ in Double.random(in: 0.01...1, using: &random) }
      let sum = parts.reduce(0, +) * Double.random(in: 1...2, using: &random)
      return Self.token("t\(index)", parts[0] / sum, parts.dropFirst().map { $0 / sum })
    }
    let product = tokens.reduce(0) { $0 + log2(exp($1.logProb)) } / Double(tokens.count)
    let entropies = tokens.map { token -> Double in
      let all = token.alternatives.map { exp($0.logProb) }
      let shares = all.map { $0 / all.reduce(0, +) }
      return -shares.reduce(0) { $0 + $1 * log2($1) }
    }
    let figures = Self.figures(tokens)
    #expect(Self.isNear(figures.perplexity, pow(2, -product)))
    #expect(
      Self.isNear(figures.meanEntropyBits, entropies.reduce(0, +) / Double(entropies.count))
    )
    #expect(figures.unlikely == tokens.indices.filter { exp(tokens[$0].logProb) < 0.1 })
  }

  @Test func isTheSameHoweverTheTokensWereTaken() {
    let tokens = (1...60).map { Self.token("t", 1 / Double($0), [0.1]) }
    var figures = LogProbFigures()
    for count in [0, 1, 7, 7, 30, 60] { figures.take(Array(tokens.prefix(count))) }
    #expect(figures == Self.figures(tokens))
  }

  @Test func knowsTheSimpleCases() {
    #expect(Self.figures([]).perplexity == nil)
    #expect(Self.isNear(Self.figures([Self.token("a", 1)]).perplexity, 1))
    #expect(Self.isNear(Self.figures([Self.token("a", 0.25)]).perplexity, 4))
    #expect(Self.token("a", 0.25).entropyBits == nil)
    #expect(Self.isNear(Self.token("a", 0.25, [0.25]).entropyBits, 1))
    #expect(Self.isNear(Self.token("a", 0.1, [0.1, 0.1, 0.1]).entropyBits, 2))
  }

  @Test func countsATokenThatWasNotAmongTheAlternatives() {
    var token = Self.token("a", 0.2)
    token.alternatives = [.init(token: "b", logProb: log(0.2))]
    #expect(Self.isNear(token.entropyBits, 1))
  }

  @Test("takes any number", arguments: [-Double.infinity, .infinity, .nan, -1e300, 5])
  func takes(logProb: Double) {
    let odd = TokenLogProb(
      token: "x",
      logProb: logProb,
      alternatives: [.init(token: "y", logProb: logProb), .init(token: "z", logProb: -1)]
    )
    let figures = Self.figures([odd, Self.token("a", 0.5, [0.5])])
    #expect((0...1).contains(odd.probability))
    #expect(figures.count == 2)
    #expect(figures.meanEntropyBits.map { $0.isFinite && $0 >= 0 } == true)
    #expect(figures.perplexity.map { $0 >= 1 } == true)
  }
}
