import Workbench

/// How the terminal is to be used.
package struct TerminalOptions: Sendable, Hashable {
  package var colorMode: ColorMode
  /// Mouse reports are asked for; the terminal's own selection then needs Shift.
  package var mouse: Bool
  /// The window's title is taken over, where it has one.
  package var title: Bool
  package var hyperlinks: HyperlinkMode
  /// Where standard error goes while the screen is up, open for reading and appending.
  ///
  /// What was added is shown when the screen is gone. `nil` keeps it in memory.
  package var logDescriptor: Int32?
  package var environment: TerminalEnvironment

  package init(
    colorMode: ColorMode = .auto,
    mouse: Bool = true,
    title: Bool = true,
    hyperlinks: HyperlinkMode = .auto,
    logDescriptor: Int32? = nil,
    environment: TerminalEnvironment = .current()
  ) {
    self.colorMode = colorMode
    self.mouse = mouse
    self.title = title
    self.hyperlinks = hyperlinks
    self.logDescriptor = logDescriptor
    self.environment = environment
  }
}
