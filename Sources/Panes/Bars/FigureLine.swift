import Typeset

/// Figures in one line, the most wanted first, of which as many are shown as fit.
///
/// Each has a full and a short form. All that fit in their short forms are there before any is written out.
struct FigureLine {
  private var parts: [(full: String, short: String)] = []

  mutating func add(_ full: String, short: String) { parts.append((full, short)) }

  /// The first one is there even where it does not fit.
  ///
  /// Where words are preferred, figures are rather left out than shortened, as long as two of them fit.
  func text(columns: Int, prefersWords: Bool = false) -> String {
    if prefersWords, let whole = wholeText(columns: columns) { return whole }
    var texts: [String] = []
    for part in parts {
      let more = texts + [part.short]
      guard texts.isEmpty || Self.width(of: more, gap: 1) <= columns else { continue }
      texts = more
    }
    // Once one is missing, the places of the others are no longer those of the parts.
    let isAll = texts.count == parts.count
    let gap = Self.width(of: texts, gap: 2) <= columns ? 2 : 1
    for (place, part) in parts.enumerated() where isAll || place == 0 && !texts.isEmpty {
      var longer = texts
      longer[place] = part.full
      if Self.width(of: longer, gap: gap) <= columns { texts = longer }
    }
    return texts.joined(separator: String(repeating: " ", count: gap))
  }

  /// As many of the most wanted ones as fit in their full forms, where that is two or more, or all.
  private func wholeText(columns: Int) -> String? {
    let texts = parts.map(\.full)
    let counts = stride(from: texts.count, through: min(2, texts.count), by: -1)
    return counts.first { Self.width(of: Array(texts.prefix($0)), gap: 2) <= columns }
      .map { texts.prefix($0).joined(separator: "  ") }
  }

  private static func width(of texts: [String], gap: Int) -> Int {
    texts.reduce(0) { $0 + CellWidth.columns(of: $1) } + gap * max(0, texts.count - 1)
  }
}
