/// Where a key has its meaning; the innermost context that binds a key wins.
package enum KeyContext: String, Sendable, Hashable, CaseIterable {
  case everywhere
  case leader
  case prompt
  case conversation
  case selection
  case sidebar
  case overlay

  /// The heading in help and docs.
  package var title: String {
    switch self {
    case .everywhere: "Everywhere"
    case .leader: "After the leader"
    case .prompt: "Prompt"
    case .conversation: "Conversation"
    case .selection: "Selecting text in the conversation"
    case .sidebar: "Sidebar"
    case .overlay: "Lists and dialogs"
    }
  }
}
