/// What a piece of the screen is; a theme gives each role its style.
package enum Role: Int, Sendable, Hashable, CaseIterable {
  case text
  /// Secondary text: units, ages, hints.
  case muted
  case border
  case borderFocused
  case title
  case titleFocused
  case statusBar
  case hintKey
  case hintText
  case user
  case assistant
  case reasoning
  case error
  case warning
  case success
  case streaming
  case accent
  case selection
  case marked
  case changed
  case match
  case control
  case spark
  case overlay
  case code
}

extension Role {
  /// The name in a theme file: `borderFocused` is `border_focused`.
  package var name: String {
    "\(self)".reduce(into: "") { name, character in
      if character.isUppercase { name += "_" }
      name += character.lowercased()
    }
  }
}
