/// How the screen behaves (`[ui]`).
package struct UISettings: Sendable, Equatable {
  /// The editing keys of the prompt.
  package enum Editing: String, Sendable, CaseIterable {
    case emacs
    case vi
  }

  /// How something that can be put away starts.
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
  package var editing = Editing.emacs
  /// How reasoning starts out.
  package var reasoning = Reasoning.folded
  package var sidebar = Sidebar.shown
  /// Ring the bell when a reply ends while the terminal has not the focus.
  package var bell = false
  /// The least time between two frames while text streams.
  package var frameIntervalMilliseconds = 16

  package init() {}
}
