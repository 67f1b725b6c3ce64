/// The ways in which the word before the caret may go on, above the prompt.
package struct CompletionMenu: Sendable, Hashable {
  /// One way.
  package struct Item: Sendable, Hashable {
    /// The whole word as the list shows it.
    package var text: String
    /// What it does or is; may be empty.
    package var title: String
    /// What the word becomes before quoting, and whether more can follow it at once.
    var value: String
    /// What the prompt gets after the word.
    var ending = ""

    init(text: String, title: String = "", value: String) {
      self.text = text
      self.title = title
      self.value = value
    }
  }

  /// What there is to choose from: "commands".
  package let title: String
  package let items: [Item]
  /// The item under the cursor; `nil` while the list only shows what there is.
  package internal(set) var selection: Int?

  /// Whether the keys of lists act in it.
  package var isActive: Bool { selection != nil }

  mutating func move(by steps: Int) {
    guard let selection else { return }
    self.selection = min(max(0, selection + steps), items.count - 1)
  }

  /// Goes on to the next item, from the last one to the first; negative steps go back.
  mutating func cycle(by steps: Int) {
    guard let selection else { return }
    self.selection = (selection + steps + items.count) % items.count
  }
}
