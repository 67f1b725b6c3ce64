/// How one text differs from another, word by word; code line by line, and within changed lines word by word.
///
/// Both texts may still be growing. What a comparison costs is bounded: beyond its budget less is found to be the same,
/// down to whole lines, but nothing that is not the same is ever called so. The comparison of two texts the other way round
/// is the mirror of this one.
package struct TextDifference: Sendable {
  /// The whole of both texts, in order; no two of the same kind are neighbours.
  package private(set) var runs: [DifferenceRun] = []
  /// How many comparisons of words it took; at most the budget and a few for each word.
  package private(set) var steps = 0
  /// What both say, as a part of what both say and either, 0...1; 1 for equal texts.
  package private(set) var similarity = 1.0

  private let budget: Int
  private var texts = (old: "", new: "")
  private var tokens = (old: TokenText(), new: TokenText())
  private var words = WordTable()

  /// Enough for two answers of some thousand words that have little in common; some hundredths of a second.
  package static let standardBudget = 4_000_000

  /// - Parameter budget: The most comparisons that are spent on what is not plainly the same.
  package init(budget: Int = TextDifference.standardBudget) {
    self.budget = budget
  }

  package init(_ old: String, _ new: String, budget: Int = TextDifference.standardBudget) {
    self.init(budget: budget)
    extend(old: old, new: new)
  }

  /// Takes both texts as they are now; the result is that of a new comparison.
  ///
  /// Of texts that only grew, just what is new is read; what differs is compared again behind the first difference, since a
  /// word that comes late can change what belongs together before it. So call it a few times a second, not for each word.
  package mutating func extend(old: String, new: String) {
    if !old.begins(with: texts.old) || !new.begins(with: texts.new) {
      tokens = (TokenText(), TokenText())
      words = WordTable()
    } else if old.utf8.count == texts.old.utf8.count, new.utf8.count == texts.new.utf8.count {
      return
    }
    texts = (old, new)
    tokens.old.extend(to: old, words: &words)
    tokens.new.extend(to: new, words: &words)
    compare()
  }
}

extension TextDifference {
  /// Always begins with the shorter text, so that it comes to the same both ways.
  private mutating func compare() {
    let isMirrored = texts.new.precedes(texts.old)
    let (old, new) = isMirrored ? (tokens.new, tokens.old) : (tokens.old, tokens.new)
    let (oldText, newText) = isMirrored ? (texts.new, texts.old) : (texts.old, texts.new)
    var search = DifferenceSearch(
      old,
      bytes: Array(oldText.utf8),
      new,
      bytes: Array(newText.utf8),
      words: words,
      budget: StepBudget(total: budget)
    )
    let changes = TokenChange.all(between: search.matches(), old.count, new.count)
    steps = search.budget.spent
    let found = Self.runs(ChangePolish(old, new).polished(changes), old, new)
    runs = isMirrored ? found.map(\.mirrored) : found
    similarity = Self.similarity(of: found, old, new)
  }

  private static func runs(
    _ changes: [TokenChange],
    _ old: TokenText,
    _ new: TokenText
  ) -> [DifferenceRun] {
    var runs: [DifferenceRun] = []
    var (oldToken, newToken) = (0, 0)
    func noteSame(to oldEnd: Int, _ newEnd: Int) {
      guard oldEnd > oldToken else { return }
      let (oldBytes, newBytes) = (
        old.bytes(of: oldToken..<oldEnd), new.bytes(of: newToken..<newEnd)
      )
      runs.append(DifferenceRun(.same, old: oldBytes, new: newBytes))
    }
    for change in changes {
      noteSame(to: change.old.lowerBound, change.new.lowerBound)
      let kind: DifferenceRun.Kind =
        change.old.isEmpty ? .onlyNew : change.new.isEmpty ? .onlyOld : .changed
      let (oldBytes, newBytes) = (old.bytes(of: change.old), new.bytes(of: change.new))
      runs.append(DifferenceRun(kind, old: oldBytes, new: newBytes))
      (oldToken, newToken) = (change.old.upperBound, change.new.upperBound)
    }
    noteSame(to: old.count, new.count)
    return runs
  }

  private static func similarity(
    of runs: [DifferenceRun],
    _ old: TokenText,
    _ new: TokenText
  ) -> Double {
    guard runs.contains(where: { $0.kind != .same }) else { return 1 }
    let same = runs.reduce(0) { $0 + ($1.kind == .same ? $1.old.count : 0) }
    return 2 * Double(same) / Double(old.byteCount + new.byteCount)
  }
}

extension String {
  fileprivate func begins(with other: String) -> Bool {
    utf8.count >= other.utf8.count && utf8.prefix(other.utf8.count).elementsEqual(other.utf8)
  }

  /// An order of texts in which only equal ones are equal.
  fileprivate func precedes(_ other: String) -> Bool {
    utf8.count == other.utf8.count
      ? utf8.lexicographicallyPrecedes(other.utf8) : utf8.count < other.utf8.count
  }
}
