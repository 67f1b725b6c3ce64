/// One prompt that every lane of a comparison is asked, and what is expected of the answers.
package struct ComparisonPrompt: Sendable, Hashable {
  package var text: String
  /// The user's name for it.
  package var id: String?
  /// In place of the presets' system prompts; an empty one sends none.
  package var system: String?
  /// An answer that is known to be right, for a judge.
  package var reference: String?
  /// Texts that each answer is to contain, letter by letter.
  package var expected: [String] = []
  package var tags: [String] = []

  package init(_ text: String) {
    self.text = text
  }

  /// Which of the expected texts an answer does not contain.
  package func missing(in answer: String) -> [String] {
    expected.filter { !answer.contains($0) }
  }
}
