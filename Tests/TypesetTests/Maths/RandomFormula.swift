import Support

/// A formula of whatever a stranger may write, right and wrong, with words that must not get lost.
struct RandomFormula {
  private(set) var words: [String] = []

  private static let parts = [
    "x", "n", "12", "3.5", "+", "-", "=", "(", ")", "[", "]", "|", "\\|", ",", "!", "'", "^", "_",
    "{",
    "}", "^2", "_{ij}", "\\frac", "\\sqrt", "\\sqrt[3]", "\\left(", "\\right)", "\\left.",
    "\\right|",
    "\\alpha", "\\sum", "\\int", "\\sin", "\\lim", "\\to", "\\hat", "\\mathbf", "\\mathbb{R}",
    "\\not",
    "\\pmod", "\\big", "\\middle", "\\operatorname", "\\mathrm", "\\", "\\,", "\\quad", "&", "$",
    "%", " ",
    "\n", "\u{301}", "漢", "\u{202E}", "\u{0}", "\\begin{matrix}", "\\unknown", "\\text",
  ]

  mutating func write(using random: inout SeededGenerator) -> String {
    words = []
    return sequence(depth: 0, using: &random)
  }

  private mutating func sequence(depth: Int, using random: inout SeededGenerator) -> String {
    var source = ""
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      switch Int.random(in: 0..<(depth < 6 ? 8 : 4), using: &random) {
      case 0, 1: source += Self.parts.randomElement(using: &random) ?? ""
      case 2: source += " y "
      case 3: source += text()
      case 4: source += "{" + sequence(depth: depth + 1, using: &random) + "}"
      case 5:
        source += "\\frac{" + sequence(depth: depth + 1, using: &random) + "}{"
        source += sequence(depth: depth + 1, using: &random) + "}"
      case 6: source += "^{" + sequence(depth: depth + 1, using: &random) + "}"
      default: source += "\\left(" + sequence(depth: depth + 1, using: &random) + "\\right)"
      }
    }
    return source
  }

  /// Upper case `Q`, `C`, `F`, `S`, `X` have no raised or lowered form, so the word stays itself anywhere.
  private mutating func text() -> String {
    let word = "QCFSX \(words.count) XSF"
    words.append(word)
    return "\\text{\(word)}"
  }
}
