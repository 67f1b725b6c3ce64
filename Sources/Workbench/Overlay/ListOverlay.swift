import Conversation

/// A list to choose from, narrowed by typing: presets, themes, commands.
package struct ListOverlay: Sendable {
  /// What the choice is for.
  package enum Purpose: Sendable, Hashable {
    /// A preset, or a typed model name, for the focused lane.
    case usePreset
    /// A preset to ask again with.
    case regenerateWith(MessageID)
    /// Who is to judge the lanes' answers.
    case judge(JudgeWish)
    /// Who is to write one answer from the lanes'.
    case merge
    /// A theme; the payload is the one to go back to.
    case theme(Theme)
    case command
    /// A link in view, to be opened.
    case link
    /// A prompt that is kept by name.
    case savedPrompt
  }

  /// What an item stands for.
  package enum Value: Sendable, Hashable {
    case preset(Preset)
    case theme(String)
    case command(CommandID)
    /// An address.
    case link(String)
    case savedPrompt(SavedPrompt)
  }

  /// One line of the list.
  package struct Item: Sendable, Hashable {
    package let title: String
    package let detail: String
    /// A word about where it belongs, which narrow screens leave out.
    package var note = ""
    /// Why it cannot be chosen now; `nil` when it can.
    package var obstacle: String?
    /// Other names by which it is found.
    package var aliases: [String] = []
    package let value: Value
    /// Which characters of the title the filter found.
    package fileprivate(set) var matched: [Int] = []

    init(title: String, detail: String, value: Value) {
      self.title = title
      self.detail = detail
      self.value = value
    }

    /// How well the filter is found in it, with the title counting most; `nil` where it is not.
    fileprivate mutating func match(_ filter: String) -> Int? {
      let inTitle = FuzzyMatch(filter, in: title)
      matched = inTitle?.positions ?? []
      let others = ([detail, note] + aliases).compactMap { FuzzyMatch(filter, in: $0)?.score }
      let scores = [inTitle.map { $0.score + 4 }, others.max()].compactMap(\.self)
      return scores.max() ?? FuzzyMatch(filter, in: "\(title) \(note) \(detail)")?.score
    }
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

  /// The best match, then the shortest, then the first.
  private typealias Order = (Int, Int, Int)
  /// By how much a match must be better to stand before one that can be chosen.
  private static let obstacleCost = 10

  private mutating func narrow(to newFilter: String) {
    filter = newFilter
    selection = 0
    guard !filter.isEmpty else {
      items = all
      return
    }
    let found = all.enumerated().compactMap { position, item -> (order: Order, item: Item)? in
      var item = item
      guard var score = item.match(filter) else { return nil }
      if item.obstacle != nil { score -= Self.obstacleCost }
      let text = item.matched.isEmpty ? item.detail : item.title
      return ((-score, text.utf8.count, position), item)
    }
    items = found.sorted { $0.order < $1.order }.map(\.item)
    if let item = typed(filter) { items.append(item) }
  }
}
