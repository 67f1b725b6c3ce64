/// What a piece of code is, as far as its colour goes.
package enum CodeRole: UInt8, CaseIterable, Sendable {
  case plain
  case comment
  case keyword
  case type
  /// A string, a character, a regular expression.
  case string
  /// What a string does not mean literally: an escape, the marks around an interpolation.
  case escape
  case number
  /// The name of a function where it is declared or called.
  case function
  /// A value with a name of its own: `true`, `nil`, a YAML anchor.
  case constant
  /// A preprocessor's line, a directive, an import.
  case preprocessor
  /// An annotation on what follows: `@available`, `#[derive]`; and the key of a value.
  case attribute
  /// A variable where the language marks it: `$HOME`.
  case variable
  /// An operator or a bracket.
  case symbol
  /// A line that a patch adds.
  case inserted
  /// A line that a patch takes away.
  case deleted
}
