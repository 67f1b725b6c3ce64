/// How the screen behaves (`[ui]`).
package struct UISettings: Sendable, Equatable {
  /// Whether reasoning starts out folded.
  package enum Reasoning: String, Sendable, CaseIterable {
    case folded
    case shown
  }

  /// Whether the sidebar is there at the start.
  package enum Sidebar: String, Sendable, CaseIterable {
    case shown
    case hidden
  }

  /// Whether mouse reports are asked for; without them the terminal's own selection works as usual.
  package var mouse = true
  /// How reasoning starts out.
  package var reasoning = Reasoning.folded
  package var sidebar = Sidebar.shown
  /// Ring the bell when a reply ends while the terminal has not the focus.
  package var bell = false
  /// The least time between two frames while text streams.
  package var frameIntervalMilliseconds = 16

  package init() {}
}
