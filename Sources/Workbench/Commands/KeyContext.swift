/// Where a key has its meaning; the innermost context that binds a key wins.
package enum KeyContext: String, Sendable, Hashable, CaseIterable {
  case everywhere
  case leader
  case prompt
  case conversation
  case selection
  case ruler
  case inspector
  case tree
  case figures
  case tally
  case sidebar
  case conversationList
  case overlay

  /// Whether its keys act in lists and dialogs only.
  var isOfLists: Bool { [.overlay, .conversationList, .tree, .figures, .tally].contains(self) }

  /// The heading in help and docs.
  package var title: String {
    switch self {
    case .everywhere: "Everywhere"
    case .leader: "After the leader"
    case .prompt: "Prompt"
    case .conversation: "Conversation"
    case .selection: "Selecting text in the conversation"
    case .ruler: "Time ruler"
    case .inspector: "Inspector"
    case .tree: "Tree of the conversation"
    case .figures: "Figures of the turn"
    case .tally: "Tally of the votes"
    case .sidebar: "Sidebar"
    case .conversationList: "List of conversations"
    case .overlay: "Lists and dialogs"
    }
  }
}
