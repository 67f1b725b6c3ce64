import CNcurses
import Glibc

extension CursesScreen {
  /// The first entry that ncurses can open, our own before all, for more colours than the system's has and for strike.
  static func open(
    environment: TerminalEnvironment,
    wanted: ColorAbility?,
    stream: UnsafeMutablePointer<FILE>
  ) -> OpaquePointer? {
    let entries = TerminfoEntry.systemEntries(term: environment.term)
    if wanted ?? .palette256 >= .palette256, let directory = environment.cacheDirectory {
      let compiler = TerminfoCompiler(directory: directory + "/terminfo")
      for base in entries.prefix(wanted == nil ? 1 : 2)
      where wanted != nil || base.isWorthOwnStrike {
        if let own = compiler.entry(base: base.name, ability: wanted),
          let screen = open(own, stream: stream)
        {
          return screen
        }
      }
    }
    for entry in entries {
      if let screen = open(entry, stream: stream) { return screen }
    }
    return nil
  }

  private static func open(
    _ entry: TerminfoEntry,
    stream: UnsafeMutablePointer<FILE>
  ) -> OpaquePointer? {
    guard let directory = entry.directory else { return newterm(entry.name, stream, stream) }
    let before = getenv("TERMINFO").map { String(cString: $0) }
    setenv("TERMINFO", directory, 1)
    defer {
      // Programs that we start must not look for their terminal in our cache.
      if let before { setenv("TERMINFO", before, 1) } else { unsetenv("TERMINFO") }
    }
    return newterm(entry.name, stream, stream)
  }

  /// What the terminal can do, at most what is wanted.
  ///
  /// `alloc_pair` and its like crash without colours.
  static func startColors(wanted: ColorAbility?) -> ColorAbility {
    guard wanted != ColorAbility.none, has_colors() else { return .none }
    start_color()
    use_default_colors()
    return min(ColorAbility(colors: Int(weir_colors())), wanted ?? .truecolor)
  }
}
