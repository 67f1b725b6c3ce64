import Settings

struct Choices: Sendable {
  var preset: String?
  var theme: String?
}
struct StateStore: Sendable {
  init(directory: String) {}
  func loadChoices() -> Choices { Choices() }
  func loadPrompts() -> [String] { [] }
  func loadDraft() -> String { "" }
  func saveDraft(_ t: String) throws(StateError) {}
  func appendPrompt(_ t: String) throws(StateError) {}
  func saveChoices(_ c: Choices) throws(StateError) {}
}
