/// A terminfo entry to try, and where it is when it is not the system's.
struct TerminfoEntry: Hashable {
  var name: String
  var directory: String?
}

extension TerminfoEntry {
  /// What to try for a terminal, best first.
  ///
  /// kitty, foot, WezTerm and Ghostty have no entry on many systems; xterm-256color fits them and,
  /// in practice, any terminal of today.
  static func systemEntries(term: String) -> [TerminfoEntry] {
    let common = ["xterm-256color", "xterm", "vt100"]
    return ([term] + common.filter { $0 != term }).map { TerminfoEntry(name: $0, directory: nil) }
  }

  /// A capability that only our own entries have: with them blinking, which weir never uses, is strike,
  /// for which ncurses has no attribute.
  static var ownMark: String { "weir" }
  /// The usual, though not standard, capability of terminals that can strike text out.
  static var strike: String { "smxx" }

  /// Whether our own entry over this one may go without colours of its own: only strike is won.
  var isWorthOwnStrike: Bool { name.hasSuffix("-256color") }

  /// The name of our own entry over `base`; the number changes with `source`.
  static func privateName(base: String, ability: ColorAbility?) -> String {
    let colors =
      switch ability {
      case .truecolor: "direct"
      case .some: "256"
      case nil: "same"
      }
    return "weir2-\(colors)-\(base)"
  }

  /// The source of our own entry: with the colours of `ability`, or with those of `base`.
  static func privateSource(base: String, ability: ColorAbility?) -> String {
    // standout, underline, reverse, blink, dim, bold; nothing is drawn in the alternate character set.
    let attributes = "%?%p6%t;1%;%?%p5%t;2%;%?%p2%t;4%;%?%p1%p3%|%t;7%;%?%p4%t;9%;"
    return """
      \(privateName(base: base, ability: ability))|weir over \(base),
      \t\(ownMark)=1, blink=\\E[9m, sgr=\\E[0\(attributes)m,
      \(ability.map(colors) ?? "")\tuse=\(base),

      """
  }

  /// The palette below 256, `0xRRGGBB` from there on.
  ///
  /// Semicolons, since more terminals take them than the colons of ISO 8613-6.
  private static func colors(of ability: ColorAbility) -> String {
    let isDirect = ability == .truecolor
    let limits = isDirect ? "RGB, colors#0x1000000, pairs#0x7FFFF" : "colors#256, pairs#0x10000"
    let channels = "%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d"
    func setter(_ digit: Int) -> String {
      let direct = isDirect ? "%p1%{256}%<%t\(digit)8;5;%p1%d%e\(digit)8;2;\(channels)" : ""
      let rest = isDirect ? direct : "\(digit)8;5;%p1%d"
      return "\\E[%?%p1%{8}%<%t\(digit)%p1%d%e\(rest)%;m"
    }
    return """
      \t\(limits), ccc@, initc@, oc@,
      \tsetaf=\(setter(3)), setab=\(setter(4)),

      """
  }
}
