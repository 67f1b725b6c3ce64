import Conversation

/// Prompts of about so many tokens, each of its own from the first word on, so that a server's cache of prompts is of no use.
package struct SyntheticPrompt: Sendable {
  /// Words that the usual vocabularies hold as one token each.
  private static let words =
    """
    time year people way day man thing woman life child world school state family student group country problem \
    hand part place case week company system program question work number night point home water room mother area \
    money story fact month lot right study book eye job word business issue side kind head house service friend \
    father power hour game line end law car city name team minute idea body back face others level office door \
    health person art war history party result change morning reason research girl guy moment air teacher force
    """
    .split(whereSeparator: \.isWhitespace)

  private static let task = "Write on from these words, in plain sentences, for as long as you may:"

  /// What the task, the number in front and the frame of a chat cost, as far as that is alike everywhere.
  private static let frameTokens = 28

  package let tokens: Int
  package let seed: UInt64

  package init(tokens: Int, seed: UInt64) {
    self.tokens = tokens
    self.seed = seed
  }

  /// The same for the same seed and number.
  package func text(number: Int) -> String {
    var generator = SeededGenerator(seed: seed &+ UInt64(bitPattern: Int64(number)) &* 0x9E37_79B9)
    let words = (0..<max(1, tokens - Self.frameTokens)).map { _ in
      Self.words[Int.random(in: 0..<Self.words.count, using: &generator)]
    }
    let mark = Int.random(in: 100_000...999_999, using: &generator)
    return "\(mark)-\(number). \(Self.task) \(words.joined(separator: " "))"
  }
}
