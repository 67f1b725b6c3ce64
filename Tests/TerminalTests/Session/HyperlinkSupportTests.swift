import Testing

@testable import Terminal

@Suite struct HyperlinkSupportTests {
  @Test(
    "is known by the environment",
    arguments: [
      ("xterm-kitty", [:], true), ("foot", [:], true), ("foot-extra", [:], true),
      ("xterm-ghostty", [:], true), ("football", [:], false), ("xterm-256color", [:], false),
      ("linux", ["VTE_VERSION": "7200"], false), ("xterm-256color", ["VTE_VERSION": "7200"], true),
      ("xterm-256color", ["VTE_VERSION": "4800"], false),
      ("xterm-256color", ["KONSOLE_VERSION": "220401"], true),
      ("xterm-256color", ["WT_SESSION": "a"], true),
      ("xterm-256color", ["TERM_PROGRAM": "vscode"], true),
      ("xterm-256color", ["TERM_PROGRAM": "Apple_Terminal"], false),
      ("screen-256color", ["VTE_VERSION": "7200"], false),
      ("tmux-256color", ["VTE_VERSION": "7200"], false),
      ("tmux-256color", ["TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.3a"], false),
      ("tmux-256color", ["TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.4"], true),
      (
        "screen-256color",
        ["TMUX": "/s,1,0", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "next-3.6"], true
      ),
      ("xterm-kitty", ["TMUX": "/s,1,0", "KITTY_WINDOW_ID": "1"], false),
    ] as [(String, [String: String], Bool)]
  )
  func isKnown(term: String, hints: [String: String], expected: Bool) {
    #expect(TerminalEnvironment(term: term, hints: hints).takesHyperlinks == expected)
  }

  @Test(
    "is learnt from the name of the terminal",
    arguments: [
      ("kitty(0.31.0)", true), ("foot(1.16.2)", true), ("WezTerm 20240203-110809", true),
      ("ghostty 1.0.0", true), ("iTerm2 3.5.0", true), ("Konsole 22.04", true),
      ("VTE(7200)", true), ("VTE(4803)", false), ("tmux 3.4", true), ("tmux 3.3a", false),
      ("tmux next-4.0", true), ("xterm.js(5.5.0)", true), ("XTerm(379)", false), ("", false),
      ("VTE(", false), ("tmux ", false),
    ]
  )
  func isLearnt(name: String, expected: Bool) {
    var capabilities = TerminalCapabilities(colors: .truecolor, isUnicode: true)
    capabilities.learn(.name(name))
    #expect(capabilities.hasHyperlinks == expected)
  }

  @Test func isNotForgottenWhenTheNameSaysNothing() {
    var capabilities = TerminalCapabilities(colors: .truecolor, isUnicode: true)
    capabilities.hasHyperlinks = true
    capabilities.learn(.name("something"))
    #expect(capabilities.hasHyperlinks)
  }

  @Test(
    "has a title to set",
    arguments: [("xterm", true), ("linux", false), ("vt220", false), ("eterm-color", false)]
  )
  func hasTitle(term: String, expected: Bool) {
    #expect(TerminalEnvironment(term: term).hasTitle == expected)
  }
}
