/// Which paragraphs of a text correspond to which of another one, so that both can be read side by side.
///
/// Partners come in the same order in both. A paragraph that says the same as one of the other text and nowhere else is its
/// partner first; between such pairs those that are most alike are. Where too many lie between two pairs to
/// be looked at each with each, they stay without partners.
package struct ParagraphAlignment: Sendable, Hashable {
  /// The paragraphs in UTF-8 bytes, without what lies between them.
  package let baseline: [Range<Int>]
  package let text: [Range<Int>]
  /// For each paragraph of the text its partner's index in the baseline.
  package let partners: [Int?]

  /// How many pairs of paragraphs are looked at between two that are the same.
  package static let mostPairs = 40_000

  package init(_ text: String, to baseline: String) {
    var words = WordTable()
    let old = ParagraphBags(baseline, words: &words)
    let new = ParagraphBags(text, words: &words)
    self.baseline = old.ranges
    self.text = new.ranges
    partners = Self.partners(old, new)
  }

  private static func partners(_ old: ParagraphBags, _ new: ParagraphBags) -> [Int?] {
    var partners: [Int?] = Array(repeating: nil, count: new.count)
    let most = min(old.count, new.count)
    let head = (0..<most).first { old.words[$0] != new.words[$0] } ?? most
    let tail =
      (0..<most - head).first {
        old.words[old.count - 1 - $0] != new.words[new.count - 1 - $0]
      } ?? most - head
    for index in 0..<head { partners[index] = index }
    for index in 0..<tail { partners[new.count - 1 - index] = old.count - 1 - index }
    let (oldMiddle, newMiddle) = (head..<old.count - tail, head..<new.count - tail)
    let anchors = UniqueAnchors(
      Array(old.words[oldMiddle]),
      Array(new.words[newMiddle])
    )
    var (oldStart, newStart) = (head, head)
    for pair in anchors.pairs {
      partners[head + pair.new] = head + pair.old
      old.align(oldStart..<head + pair.old, new, newStart..<head + pair.new, to: &partners)
      (oldStart, newStart) = (head + pair.old + 1, head + pair.new + 1)
    }
    old.align(
      oldStart..<oldMiddle.upperBound,
      new,
      newStart..<newMiddle.upperBound,
      to: &partners
    )
    return partners
  }

  /// The place in the text that stands beside a place of the baseline, in UTF-8 bytes.
  ///
  /// Within partners as far in as there, in proportion; between them in proportion to the nearest ones. It never goes back where
  /// the other goes on.
  package func offset(beside baselineOffset: Int) -> Int {
    Self.place(of: baselineOffset, in: edges.map { ($0.baseline, $0.text) })
  }

  /// The places at which partners begin and end, and the ends of the texts, ascending on both sides.
  private var edges: [(baseline: Int, text: Int)] {
    var edges = [(baseline: 0, text: 0)]
    for (index, partner) in partners.enumerated() {
      guard let partner else { continue }
      edges.append((baseline[partner].lowerBound, text[index].lowerBound))
      edges.append((baseline[partner].upperBound, text[index].upperBound))
    }
    edges.append((baseline.last?.upperBound ?? 0, text.last?.upperBound ?? 0))
    return edges
  }

  private static func place(of offset: Int, in edges: [(from: Int, to: Int)]) -> Int {
    let index = edges.partition { $0.from <= offset } - 1
    guard index >= 0 else { return 0 }
    guard index + 1 < edges.count else { return edges[index].to }
    let (start, end) = (edges[index], edges[index + 1])
    let (done, whole) = (offset - start.from, end.from - start.from)
    return start.to + done * (end.to - start.to) / whole
  }
}

/// The paragraphs of a text and what they say.
private struct ParagraphBags {
  let ranges: [Range<Int>]
  let bags: [WordBag]
  /// The words, blanks and signs of each by number, alike in both texts.
  let words: [ArraySlice<Int32>]

  var count: Int { ranges.count }

  /// The least part of their words that partners share.
  private static let leastLikeness = 0.15

  init(_ text: String, words table: inout WordTable) {
    ranges = Paragraphs(Array(text.utf8)).ranges
    var tokens = TokenText()
    tokens.extend(to: text, words: &table)
    let known = table
    let pieces = ranges.map { range -> Range<Int> in
      let start = tokens.starts.partition { $0 < range.lowerBound }
      return start..<max(start, tokens.starts.partition { $0 < range.upperBound })
    }
    bags = pieces.map { WordBag(tokens, $0, known) }
    words = pieces.map { tokens.ids[$0] }
  }

  /// Notes which of some paragraphs of another text are most like which of these.
  func align(
    _ range: Range<Int>,
    _ other: ParagraphBags,
    _ otherRange: Range<Int>,
    to partners: inout [Int?]
  ) {
    guard range.count * otherRange.count <= ParagraphAlignment.mostPairs else { return }
    let alignment = SimilarityAlignment(
      range.count,
      otherRange.count,
      threshold: Self.leastLikeness
    ) { bags[range.lowerBound + $0].likeness(to: other.bags[otherRange.lowerBound + $1]) }
    for pair in alignment.pairs {
      partners[otherRange.lowerBound + pair.new] = range.lowerBound + pair.old
    }
  }
}
