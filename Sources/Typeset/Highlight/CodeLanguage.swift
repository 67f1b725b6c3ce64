/// A language whose code can be coloured.
package struct CodeLanguage: Hashable, Sendable {
  /// As people write it: "Swift", "C++".
  package let name: String
  let definition: CodeDefinition

  package static func == (one: CodeLanguage, other: CodeLanguage) -> Bool {
    one.name == other.name
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
  }
}
