/// Where the prompt stands with completing the word before the caret.
package struct Completion: Sendable {
  package internal(set) var menu: CompletionMenu?
  /// The look into the file system whose answer would be taken.
  var awaited: FileQuery?
  /// What was found of files, from which typing narrows.
  var listing: FileListing?
  /// The word for which the menu was made.
  var seen: CompletionWord?
  /// For what text and caret all this is.
  var place: Place?
  /// Whether the user closed the menu for this word.
  private(set) var isDismissed = false

  /// A state of the prompt, as far as it can be compared at once.
  struct Place: Sendable, Hashable {
    var revision: Int
    var caret: TextBuffer.Position
    var isListening: Bool
  }

  init() {}

  /// Whether the caret is at a word that can be completed.
  package var isPossible: Bool { seen != nil }

  /// Closes the menu until another word is begun.
  mutating func dismiss() {
    menu = nil
    listing = nil
    awaited = nil
    isDismissed = true
  }

  /// There is no word to complete.
  mutating func forget() {
    if seen != nil || menu != nil || awaited != nil { self = Completion() }
  }

  /// Takes note of the word before the caret.
  mutating func see(_ word: CompletionWord) {
    if !word.isAtPlace(of: seen) {
      isDismissed = false
      listing = nil
    }
    if word.query != awaited { awaited = nil }
    seen = word
  }
}

extension CompletionWord {
  /// Whether it is the same word, however far it has been typed.
  func isAtPlace(of other: CompletionWord?) -> Bool {
    guard let other, start == other.start else { return false }
    switch (kind, other.kind) {
    case (.attachment, .attachment): return true
    default: return kind == other.kind
    }
  }
}
