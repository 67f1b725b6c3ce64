import Support

/// Two texts that have something to do with each other, of everything that makes a comparison hard.
struct RandomTexts {
  let old: String
  let new: String

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let old = Self.text(using: &random)
    self.old = old
    new =
      Int.random(in: 0..<5, using: &random) == 0
      ? Self.text(using: &random) : Self.edited(old, using: &random)
  }

  private static let pieces = [
    "the ", "cat ", "sat", ", ", ". ", "\n", "\n\n", " ", "don't", "3.14", "漢字", "ひらがな", "é",
    "e\u{301}", "🇩🇪", "👩‍👩‍👧", "**", "`x`", "\r\n", "\t", "```swift\n", "```\n", "  let a = 1\n",
    "}\n", "'", "1,000", "สวัสดี", "\u{301}", "The quick brown fox jumps over it.\n",
  ]

  private static func text(using random: inout SeededGenerator) -> String {
    if Int.random(in: 0..<4, using: &random) == 0 {
      return .randomNasty(scalars: Int.random(in: 0..<60, using: &random), using: &random)
    }
    return (0..<Int.random(in: 0..<60, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  private static func edited(_ text: String, using random: inout SeededGenerator) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 0..<6, using: &random) {
      let start = Int.random(in: 0...scalars.count, using: &random)
      let end = min(scalars.count, start + Int.random(in: 0..<8, using: &random))
      let piece = pieces.randomElement(using: &random) ?? ""
      scalars.replaceSubrange(
        start..<end,
        with: Bool.random(using: &random) ? Array(piece.unicodeScalars) : []
      )
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }
}
