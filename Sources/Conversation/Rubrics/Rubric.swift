/// By what a judge compares answers.
package struct Rubric: Sendable, Hashable {
  /// What people type.
  package let name: String
  /// Instructions to the judge; how the answers are given and how the verdict is said is not part of it.
  package let text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// Those that come with weir.
  package static var shipped: [Rubric] { [helpfulness, correctness, codeReview, concision] }

  /// The one that is used where none is named.
  package static var standard: Rubric { helpfulness }
}

extension [Rubric] {
  /// These over the ones that come with weir, of which one of the same name gives way.
  package var withShipped: [Rubric] {
    self + Rubric.shipped.filter { shipped in !contains { $0.name == shipped.name } }
  }
}
