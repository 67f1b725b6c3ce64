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
  /// What is chosen: a row of a list, or text that is about to be copied.
  case selection
  case marked
  case changed
  /// A hit of a search; `matchCurrent` is the one that the reader stands at.
  case match
  case matchCurrent
  /// What another lane has otherwise, and what only this one has.
  case differenceChanged
  case differenceOnly
  case control
  case spark
  case overlay
  /// The ground of a block of code, and what has no colour of its own on it.
  case code
  case codeInline
  /// The name of the language on a block of code.
  case codeLabel
  case heading
  case link
  case quote
  case maths
  case tableHeader
  case footnote
  case html
  case scrollbar
  case syntaxComment
  case syntaxKeyword
  case syntaxType
  case syntaxString
  case syntaxEscape
  case syntaxNumber
  case syntaxFunction
  case syntaxConstant
  case syntaxPreprocessor
  case syntaxAttribute
  case syntaxSymbol
  case syntaxVariable
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
