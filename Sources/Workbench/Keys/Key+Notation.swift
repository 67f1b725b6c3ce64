extension Key {
  /// The key as it is written in help, hint line and `[keys]`: `^X`, `Alt-x`, `Shift-Tab`, `F1`, `Space`, `g`.
  package var notation: String {
    var prefix = ""
    if modifiers.contains(.alt) { prefix += "Alt-" }
    if modifiers.contains(.shift) { prefix += "Shift-" }
    guard modifiers.contains(.control) else { return prefix + code.notation }
    if case .character(let character) = code, character != " " {
      return prefix + "^" + character.uppercased()
    }
    return prefix + "Ctrl-" + code.notation
  }

  /// Reads a notation; `^x`, `^X`, `Ctrl-x` and `C-x` are the same, and so are `Alt-x` and `M-x`.
  ///
  /// - Returns: `nil` when the text names no key.
  package init?(notation: String) {
    var rest = Substring(notation)
    var modifiers: Modifiers = []
    while let (modifier, length) = Self.leadingModifier(of: rest) {
      modifiers.insert(modifier)
      rest = rest.dropFirst(length)
    }
    guard let code = Code(notation: rest) else { return nil }
    if modifiers.contains(.control), case .character(let character) = code {
      self.init(.character(Character(character.lowercased())), modifiers)
    } else {
      self.init(code, modifiers)
    }
  }

  private static func leadingModifier(of text: Substring) -> (Modifiers, Int)? {
    let prefixes: [(String, Modifiers)] = [
      ("Ctrl-", .control), ("C-", .control), ("^", .control), ("Alt-", .alt), ("M-", .alt),
      ("Shift-", .shift), ("S-", .shift),
    ]
    for (prefix, modifier) in prefixes
    where text.count > prefix.count && text.lowercased().hasPrefix(prefix.lowercased()) {
      return (modifier, prefix.count)
    }
    return nil
  }
}

extension Key.Code {
  private static let names: [(Key.Code, String)] = [
    (.enter, "Enter"), (.tab, "Tab"), (.escape, "Esc"), (.backspace, "Backspace"),
    (.delete, "Del"), (.insert, "Ins"), (.up, "Up"), (.down, "Down"), (.left, "Left"),
    (.right, "Right"), (.home, "Home"), (.end, "End"), (.pageUp, "PgUp"), (.pageDown, "PgDn"),
    (.character(" "), "Space"),
  ]

  fileprivate var notation: String {
    if let name = Self.names.first(where: { $0.0 == self })?.1 { return name }
    switch self {
    case .character(let character): return String(character)
    case .function(let number): return "F\(number)"
    default: return ""
    }
  }

  fileprivate init?(notation: Substring) {
    let lowercased = notation.lowercased()
    if let code = Self.names.first(where: { $0.1.lowercased() == lowercased })?.0 {
      self = code
    } else if notation.count == 1, let character = notation.first {
      self = .character(character)
    } else if lowercased.hasPrefix("f"), let number = Int(lowercased.dropFirst()),
      (1...24).contains(number)
    {
      self = .function(number)
    } else {
      return nil
    }
  }
}
