import Conversation

/// A list to choose from, narrowed by typing: presets, themes, commands.
package struct ListOverlay: Sendable {
  /// What the choice is for.
  package enum Purpose: Sendable, Hashable {
    /// A preset, or a typed model name, for the focused lane.
    case usePreset
    /// A preset to ask again with.
    case regenerateWith(MessageID)
    /// A theme; the payload is the one to go back to.
    case theme(Theme)
    case command
  }

  /// What an item stands for.
  package enum Value: Sendable, Hashable {
    case preset(Preset)
    case theme(String)
    case command(CommandID)
  }

  /// One line of the list.
  package struct Item: Sendable, Hashable {
    package let title: String
    package let detail: String
    package let value: Value
  }

  package let purpose: Purpose
  package let title: String
  package private(set) var filter = ""
  /// What is shown, best first.
  package private(set) var items: [Item]
  /// The index in `items` of the line under the cursor.
  package private(set) var selection = 0
  private let all: [Item]
  /// Makes an item of the filter itself, such as a typed model name.
  private let typed: @Sendable (String) -> Item?

  init(
    purpose: Purpose,
    title: String,
    items: [Item],
    selection: Int = 0,
    typed: @escaping @Sendable (String) -> Item? = { _ in nil }
  ) {
    self.purpose = purpose
    self.title = title
    self.items = items
    all = items
    self.typed = typed
    self.selection = items.indices.contains(selection) ? selection : 0
  }

  package var selected: Item? { items.indices.contains(selection) ? items[selection] : nil }

  /// Puts the cursor on an item, where it is still in the list.
  mutating func select(_ item: Item?) {
    if let item, let index = items.firstIndex(of: item) { selection = index }
  }

  mutating func move(by steps: Int) {
    selection = min(max(0, selection + steps), max(0, items.count - 1))
  }

  mutating func type(_ text: String) { narrow(to: filter + text) }

  mutating func deleteBackward() { narrow(to: String(filter.dropLast())) }

  mutating func deleteWordBackward() {
    let word = filter.reversed().drop(while: \.isWhitespace).drop { !$0.isWhitespace }
    narrow(to: String(word.reversed()))
  }

  mutating func clear() { narrow(to: "") }

  private mutating func narrow(to newFilter: String) {
    filter = newFilter
    selection = 0
    guard !filter.isEmpty else {
      items = all
      return
    }
    let scored = all.enumerated().compactMap { position, item -> (Int, Int)? in
      let title = FuzzyMatch.score(filter, in: item.title).map { $0 + 4 }
      let detail = FuzzyMatch.score(filter, in: item.detail)
      return [title, detail].compactMap { $0 }.max().map { (-$0, position) }
    }
    items = scored.sorted { $0 < $1 }.map { all[$0.1] }
    if let item = typed(filter) { items.append(item) }
  }
}
