extension TerminalEnvironment {
  /// The variables by which terminals name themselves beside TERM.
  static var hintNames: [String] {
    [
      "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "VTE_VERSION", "KONSOLE_VERSION", "WT_SESSION",
      "KITTY_WINDOW_ID", "TMUX",
    ]
  }

  /// What weir writes is read by tmux.
  var isInTmux: Bool { hints["TMUX"] != nil || term.hasPrefix("tmux") }

  /// Whether the window has a title to set; those that do not know how might print it.
  var hasTitle: Bool { !isPlain && !term.hasPrefix("eterm") }

  /// Whether the terminal is known to take links (OSC 8).
  ///
  /// In tmux and screen the variables of the terminal around it are inherited and say nothing.
  var takesHyperlinks: Bool {
    let program = hints["TERM_PROGRAM"] ?? ""
    if isInTmux {
      return program == "tmux" && Self.isTmuxWithLinks(hints["TERM_PROGRAM_VERSION"] ?? "")
    }
    if isPlain || term.hasPrefix("screen") { return false }
    if ["iTerm.app", "WezTerm", "vscode", "ghostty"].contains(program) { return true }
    if let version = hints["VTE_VERSION"].flatMap({ Int($0) }) { return version >= 5_000 }
    if hints["KONSOLE_VERSION"] != nil || hints["WT_SESSION"] != nil { return true }
    let names = ["xterm-kitty", "foot", "wezterm", "xterm-ghostty", "ghostty"]
    return hints["KITTY_WINDOW_ID"] != nil
      || names.contains { term == $0 || term.hasPrefix($0 + "-") }
  }

  /// The same of a terminal that names itself (XTVERSION): `foot(1.16.2)`, `WezTerm 20240203`.
  static func takesHyperlinks(named name: String) -> Bool {
    if name.hasPrefix("tmux ") { return isTmuxWithLinks(String(name.dropFirst(5))) }
    if name.hasPrefix("VTE(") { return Int(name.dropFirst(4).prefix { $0 != ")" }) ?? 0 >= 5_000 }
    return ["kitty(", "foot(", "WezTerm ", "ghostty ", "iTerm2 ", "Konsole ", "xterm.js("]
      .contains(where: name.hasPrefix)
  }

  /// From 3.4 on tmux hands links on, to terminals that have its feature `hyperlinks`, and keeps them from others.
  private static func isTmuxWithLinks(_ version: String) -> Bool {
    let digits = version.drop { !$0.isNumber }
    let numbers = digits.split(separator: ".").map { Int($0.prefix(while: \.isNumber)) ?? 0 }
    guard let major = numbers.first else { return false }
    return major > 3 || major == 3 && numbers.dropFirst().first ?? 0 >= 4
  }
}
