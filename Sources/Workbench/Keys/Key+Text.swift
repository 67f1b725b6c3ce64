extension Key {
  /// The text that the key types; `nil` for keys that are no character.
  package var typedText: String? {
    guard case .character(let character) = code, modifiers.isEmpty || modifiers == .shift else {
      return nil
    }
    return String(character)
  }
}
