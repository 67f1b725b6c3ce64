/// Finds what two texts have in common: lines that belong together first, then words between those, and within code
/// words of lines that stand for each other.
struct DifferenceSearch {
  private let old: TokenText
  private let new: TokenText
  private let oldLines: TokenLines
  private let newLines: TokenLines
  private let words: WordTable
  private var matcher: SequenceMatcher
  private(set) var budget: StepBudget

  init(
    _ old: TokenText,
    bytes oldBytes: [UInt8],
    _ new: TokenText,
    bytes newBytes: [UInt8],
    words: WordTable,
    budget: StepBudget
  ) {
    var numbers = LineNumbers()
    oldLines = TokenLines(old, bytes: oldBytes, numbers: &numbers)
    newLines = TokenLines(new, bytes: newBytes, numbers: &numbers)
    (self.old, self.new, self.words, self.budget) = (old, new, words, budget)
    matcher = SequenceMatcher(old.ids, new.ids)
  }

  /// Equal stretches of tokens, ascending on both sides, none next to another on both.
  mutating func matches() -> [Match] {
    let most = min(oldLines.lines.count, newLines.lines.count)
    let head = (0..<most).first { oldLines.lines[$0].id != newLines.lines[$0].id } ?? most
    let anchors = UniqueAnchors(oldLines.anchors(from: head), newLines.anchors(from: head))
    budget.spend(old.count + new.count)
    noteLines(0, 0, count: head)
    var (oldLine, newLine) = (head, head)
    for pair in anchors.pairs {
      let (oldAnchor, newAnchor) = (head + pair.old, head + pair.new)
      compare(oldLine..<oldAnchor, newLine..<newAnchor)
      noteLines(oldAnchor, newAnchor, count: 1)
      (oldLine, newLine) = (oldAnchor + 1, newAnchor + 1)
    }
    compare(oldLine..<oldLines.lines.count, newLine..<newLines.lines.count)
    return matcher.matches
  }

  private mutating func noteLines(_ old: Int, _ new: Int, count: Int) {
    let tokens = oldLines.tokens(of: old..<old + count)
    let place = newLines.tokens(of: new..<new + count).lowerBound
    matcher.note(Match(old: tokens.lowerBound, new: place, count: tokens.count))
  }

  /// Compares what lies between two anchors; pieces of code with each other only.
  private mutating func compare(_ old: Range<Int>, _ new: Range<Int>) {
    guard !old.isEmpty, !new.isEmpty else { return }
    let oldCode = oldLines.code(in: old)
    let newCode = newLines.code(in: new)
    let pairs = align(oldCode, newCode)
    var (oldLine, newLine) = (old.lowerBound, new.lowerBound)
    for pair in pairs {
      let (oldPiece, newPiece) = (oldCode[pair.old], newCode[pair.new])
      compareWords(oldLine..<oldPiece.lowerBound, newLine..<newPiece.lowerBound)
      compareCode(oldPiece, newPiece)
      (oldLine, newLine) = (oldPiece.upperBound, newPiece.upperBound)
    }
    compareWords(oldLine..<old.upperBound, newLine..<new.upperBound)
  }

  /// Which pieces of code stand for each other: in order, where there are as many.
  private mutating func align(
    _ old: [Range<Int>],
    _ new: [Range<Int>]
  ) -> [(old: Int, new: Int)] {
    if old.count == new.count { return old.indices.map { ($0, $0) } }
    guard old.count * new.count <= 1024 else { return [] }
    let oldBags = old.map { WordBag(self.old, oldLines.tokens(of: $0), words) }
    let newBags = new.map { WordBag(self.new, newLines.tokens(of: $0), words) }
    budget.spend(old.count * new.count * WordBag.sampleSize)
    return SimilarityAlignment(old.count, new.count, threshold: 0.1) {
      oldBags[$0].likeness(to: newBags[$1])
    }.pairs
  }

  private mutating func compareWords(_ old: Range<Int>, _ new: Range<Int>) {
    guard !old.isEmpty, !new.isEmpty else { return }
    let oldTokens = oldLines.tokens(of: old)
    let newTokens = newLines.tokens(of: new)
    allot(oldTokens, newTokens)
    matcher.compare(oldTokens, newTokens, budget: &budget)
  }

  /// Gives a piece of the texts its part of what is left of the budget.
  private mutating func allot(_ oldTokens: Range<Int>, _ newTokens: Range<Int>) {
    let remaining = old.count - oldTokens.lowerBound + new.count - newTokens.lowerBound
    budget.allot(oldTokens.count + newTokens.count, of: remaining)
  }

  /// Lines first, then words within lines that are alike.
  private mutating func compareCode(_ old: Range<Int>, _ new: Range<Int>) {
    allot(oldLines.tokens(of: old), newLines.tokens(of: new))
    var lines = SequenceMatcher(
      oldLines.lines[old].map(\.id),
      newLines.lines[new].map(\.id)
    )
    lines.compare(0..<old.count, 0..<new.count, budget: &budget)
    var (oldLine, newLine) = (old.lowerBound, new.lowerBound)
    for match in lines.matches {
      let (oldMatch, newMatch) = (old.lowerBound + match.old, new.lowerBound + match.new)
      compareLines(oldLine..<oldMatch, newLine..<newMatch)
      noteLines(oldMatch, newMatch, count: match.count)
      (oldLine, newLine) = (oldMatch + match.count, newMatch + match.count)
    }
    compareLines(oldLine..<old.upperBound, newLine..<new.upperBound)
  }

  /// Compares the words of changed lines with those of the lines that they have become.
  private mutating func compareLines(_ old: Range<Int>, _ new: Range<Int>) {
    for pair in alignLines(old, new) {
      let oldTokens = oldLines.lines[old.lowerBound + pair.old].tokens
      let newTokens = newLines.lines[new.lowerBound + pair.new].tokens
      matcher.compare(oldTokens, newTokens, budget: &budget)
    }
  }

  /// Which lines have become which: in order, where there are as many.
  private mutating func alignLines(
    _ old: Range<Int>,
    _ new: Range<Int>
  ) -> [(old: Int, new: Int)] {
    if old.count == new.count {
      return old.indices.map { ($0 - old.lowerBound, $0 - old.lowerBound) }
    }
    let work = old.count * new.count * WordBag.sampleSize
    guard !old.isEmpty, !new.isEmpty, work <= min(budget.left, 1 << 20) else { return [] }
    budget.spend(work)
    let oldBags = old.map { WordBag(self.old, oldLines.lines[$0].tokens, words) }
    let newBags = new.map { WordBag(self.new, newLines.lines[$0].tokens, words) }
    return SimilarityAlignment(old.count, new.count, threshold: 0.3) {
      oldBags[$0].likeness(to: newBags[$1])
    }.pairs
  }
}
