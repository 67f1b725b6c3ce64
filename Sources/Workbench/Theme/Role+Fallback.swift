extension Role {
  /// What a theme that does not name this role draws it as: another role's style, and more attributes.
  ///
  /// `nil` is the colours of `text`. So a theme file that was written before a role existed stays whole.
  package var fallback: (role: Role, attributes: Attributes)? {
    switch self {
    case .matchCurrent: (.selection, [])
    case .differenceChanged: (.warning, .underline)
    case .differenceOnly: (.success, [.bold, .underline])
    case .codeInline: (.code, [])
    case .codeLabel, .syntaxComment: (.code, .italic)
    case .heading: (.titleFocused, .bold)
    case .link: (.accent, .underline)
    case .quote, .footnote, .html: (.muted, [])
    case .tableHeader: (.text, .bold)
    case .scrollbar: (.border, [])
    case .syntaxKeyword: (.code, .bold)
    case .syntaxType, .syntaxString, .syntaxEscape, .syntaxNumber, .syntaxFunction, .syntaxConstant,
      .syntaxPreprocessor, .syntaxAttribute, .syntaxSymbol, .syntaxVariable:
      (.code, [])
    case .text, .muted, .border, .borderFocused, .title, .titleFocused, .statusBar, .hintKey,
      .hintText, .user, .assistant, .reasoning, .error, .warning, .success, .streaming, .accent,
      .selection, .marked, .changed, .match, .control, .spark, .overlay, .code, .maths:
      nil
    }
  }

  /// The role whose `fg` and `bg` hold where a theme gives this one's style without them.
  package var ground: Role {
    fallback?.role == .code ? .code : .text
  }
}
