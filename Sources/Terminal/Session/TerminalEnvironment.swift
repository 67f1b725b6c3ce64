import Glibc

/// What the environment says about the terminal; a value, so that tests need no `setenv`.
package struct TerminalEnvironment: Sendable, Hashable {
  package var term: String
  package var colorTerm: String
  package var hasNoColor: Bool
  /// Keys come over a network, so the bytes of one key may come apart.
  package var isRemote: Bool
  /// What terminals say of themselves beside TERM, by the names of the variables.
  package var hints: [String: String]
  /// Where compiled terminal entries are kept; `nil` where there is no home.
  package var cacheDirectory: String?

  package init(
    term: String,
    colorTerm: String = "",
    hasNoColor: Bool = false,
    isRemote: Bool = false,
    hints: [String: String] = [:],
    cacheDirectory: String? = nil
  ) {
    self.term = term
    self.colorTerm = colorTerm
    self.hasNoColor = hasNoColor
    self.isRemote = isRemote
    self.hints = hints
    self.cacheDirectory = cacheDirectory
  }

  /// The environment of this process.
  package static func current() -> TerminalEnvironment {
    let cache = variable("XDG_CACHE_HOME") ?? variable("HOME").map { $0 + "/.cache" }
    return TerminalEnvironment(
      term: variable("TERM") ?? "",
      colorTerm: variable("COLORTERM") ?? "",
      hasNoColor: variable("NO_COLOR") != nil,
      isRemote: variable("SSH_CONNECTION") != nil || variable("SSH_TTY") != nil,
      hints: hintNames.reduce(into: [:]) { $0[$1] = variable($1) },
      cacheDirectory: cache.map { $0 + "/weir" }
    )
  }

  /// Empty counts as unset, as both no-color.org and the XDG specification have it.
  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// ssh hands on TERM but not COLORTERM, so some names say it too.
  var claimsTruecolor: Bool {
    if colorTerm == "truecolor" || colorTerm == "24bit" { return true }
    let names = [
      "xterm-kitty", "xterm-ghostty", "ghostty", "foot", "wezterm", "alacritty", "contour",
    ]
    return term.hasSuffix("-direct") || names.contains { term == $0 || term.hasPrefix($0 + "-") }
  }

  /// Terminals that print what they do not understand get no more than they surely know.
  var isPlain: Bool {
    ["linux", "vt", "cons", "ansi"].contains { term.hasPrefix($0) }
  }

  /// Whether the terminal cannot place the cursor; one without a name is taken for such.
  package var isDumb: Bool {
    term.isEmpty || term == "dumb" || term == "unknown" || term == "network"
  }
}
