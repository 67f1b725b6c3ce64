/// Keys as an xterm sends them.
enum Typed {
  static let enter = "\r"
  static let escape = "\u{1B}"
  static let tab = "\t"
  static let left = "\u{1B}[D"
  static let up = "\u{1B}[A"
  static let f1 = "\u{1B}OP"
  static let f2 = "\u{1B}OQ"
  static let f3 = "\u{1B}OR"
  static let f4 = "\u{1B}OS"
  static let f5 = "\u{1B}[15~"

  /// A letter with Control.
  static func control(_ letter: Character) -> String {
    String(UnicodeScalar((letter.uppercased().utf8.first ?? 0) & 0x1F))
  }

  /// A letter with Alt.
  static func alt(_ letter: Character) -> String { "\u{1B}\(letter)" }

  /// A bracketed paste.
  static func paste(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }
}
