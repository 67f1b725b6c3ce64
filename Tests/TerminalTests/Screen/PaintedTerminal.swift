import Panes
import Support
import Workbench

@testable import Terminal

/// A screen and the terminal that it paints on, without a tty between them.
@MainActor final class PaintedTerminal {
  let screen: CursesScreen
  let terminal: VirtualTerminal
  /// The bytes of the last frame.
  private(set) var sent: [UInt8] = []

  init(
    rows: Int,
    columns: Int,
    term: String = "xterm-256color",
    colorTerm: String = "",
    cacheDirectory: String? = nil,
    mode: ColorMode = .auto,
    isUnicode: Bool = TerminalLocale.adopt()
  ) throws {
    let size = ScreenSize(rows: rows, columns: columns)
    screen = try CursesScreen(
      environment: TerminalEnvironment(
        term: term,
        colorTerm: colorTerm,
        cacheDirectory: cacheDirectory
      ),
      mode: mode,
      size: size,
      isUnicode: isUnicode
    )
    terminal = VirtualTerminal(size: size)
    terminal.write("\u{1B}[?1049h\u{1B}[?25l".utf8)
  }

  /// Ends ncurses; one screen at a time.
  isolated deinit { screen.close() }

  var size: ScreenSize { screen.size }

  func paint(_ frame: Frame) {
    sent = screen.render(frame)
    terminal.write(sent)
  }

  /// Paints what `draw` puts into an empty frame.
  func paint(_ draw: (inout Frame) -> Void) {
    var frame = Frame(size: size)
    draw(&frame)
    paint(frame)
  }

  func resize(rows: Int, columns: Int) {
    let size = ScreenSize(rows: rows, columns: columns)
    screen.resize(to: size)
    terminal.resize(to: size)
  }
}
