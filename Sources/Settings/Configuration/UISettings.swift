import Workbench

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
  package var notifications = NotificationSettings()
  /// Whether the window's title says what is in use and whether it streams.
  package var title = true
  package var hyperlinks = HyperlinkMode.auto
  /// Whose keys the prompt is edited with.
  package var editing = EditingStyle.readline
  /// The least time between two frames while text streams.
  package var frameIntervalMilliseconds = 16

  package init() {}
}
