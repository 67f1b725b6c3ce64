import Glibc

/// Which characters the C library, and with it ncurses, takes for text.
enum TerminalLocale {
  /// Takes over the user's character set, or UTF-8 where none is named.
  ///
  /// `LANG=C` says nothing about the terminal (a fresh container has it), so UTF-8 is taken there;
  /// an explicit other character set is believed.
  ///
  /// - Returns: Whether the screen may hold UTF-8.
  static func adopt() -> Bool {
    setlocale(LC_CTYPE, "")
    if codeset() == "ANSI_X3.4-1968" { setlocale(LC_CTYPE, "C.UTF-8") }
    return codeset() == "UTF-8"
  }

  private static func codeset() -> String {
    nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
  }
}
