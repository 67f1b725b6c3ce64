/// A prompt that is kept by name, with `{placeholders}` as they were typed.
package struct SavedPrompt: Sendable, Hashable {
  package var name: String
  package var text: String
  package var updated: WallTime

  package init(name: String, text: String, updated: WallTime) {
    self.name = name
    self.text = text
    self.updated = updated
  }
}
