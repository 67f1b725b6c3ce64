/// The prompts that were sent, and where one stands while going through them.
package struct PromptHistory: Sendable, Equatable {
  private static let mostEntries = 1_000

  /// Oldest first.
  package private(set) var entries: [String] = []
  /// The entry on screen; `entries.count` is the draft.
  private var cursor = 0
  /// What was on screen at each place one has left, as it was left; the draft among them.
  private var kept: [Int: String] = [:]

  /// - Parameter entries: Oldest first.
  package init(entries: [String] = []) {
    self.entries = entries.suffix(Self.mostEntries)
    cursor = self.entries.count
  }

  /// Whether an entry is on screen, rather than the draft.
  package var isRecalling: Bool { cursor < entries.count }

  /// Adds what was sent, unless it is blank or the same as the last, and goes back to the draft.
  package mutating func add(_ entry: String) {
    let isBlank = entry.allSatisfy(\.isWhitespace)
    if !isBlank, entry != entries.last { entries.append(entry) }
    entries = entries.suffix(Self.mostEntries)
    leave()
  }

  /// Goes back to the draft without keeping changes made to entries.
  package mutating func leave() {
    cursor = entries.count
    kept = [:]
  }

  /// The entry before, or `nil` at the oldest.
  ///
  /// What is on screen now is kept for the way back.
  package mutating func previous(current: String) -> String? {
    guard cursor > 0 else { return nil }
    return go(to: cursor - 1, leaving: current)
  }

  /// The entry after, at last the draft, or `nil` at the draft.
  package mutating func next(current: String) -> String? {
    guard cursor < entries.count else { return nil }
    return go(to: cursor + 1, leaving: current)
  }

  private mutating func go(to place: Int, leaving current: String) -> String {
    kept[cursor] = current
    cursor = place
    return kept[place] ?? (place < entries.count ? entries[place] : "")
  }
}
