/// A search backwards through the history while its words are typed (`^R`).
///
/// Case counts only where the query has capital letters.
package struct HistorySearch: Sendable, Equatable {
  /// Oldest first.
  private let entries: [String]
  /// What was in the prompt when the search began; aborting gives it back.
  package let draft: String
  package private(set) var query = ""
  private var found: Int?

  package init(in history: PromptHistory, draft: String) {
    entries = history.entries
    self.draft = draft
  }

  /// The entry found; `nil` while the query is empty or not found.
  package var match: String? { found.map { entries[$0] } }

  /// Whether there is a query that no entry holds.
  package var isFailing: Bool { !query.isEmpty && found == nil }

  /// What accepting the search puts into the prompt.
  package var accepted: String { match ?? draft }

  /// Adds to the query and looks on from the entry found so far.
  package mutating func type(_ text: String) {
    let start = query.isEmpty ? entries.count - 1 : found
    query += text
    found = start.flatMap(search)
  }

  /// Takes the last character off the query and looks again from the newest.
  package mutating func deleteBackward() {
    _ = query.popLast()
    found = query.isEmpty ? nil : search(from: entries.count - 1)
  }

  /// Goes on to the next older entry that differs.
  ///
  /// - Returns: Whether there is one; the match stays otherwise.
  @discardableResult
  package mutating func older() -> Bool {
    var next = found
    repeat { next = next.flatMap { search(from: $0 - 1) } } while next != nil && isShown(next)
    guard let next else { return false }
    found = next
    return true
  }

  private func isShown(_ index: Int?) -> Bool { index.map { entries[$0] } == match }

  private func search(from newest: Int) -> Int? {
    guard newest >= 0 else { return nil }
    let matchesCase = query.contains(where: \.isUppercase)
    return entries[...newest].lastIndex { entry in
      (matchesCase ? entry : entry.lowercased()).contains(query)
    }
  }
}
