import Conversation

extension WorkbenchState {
  /// Does to the conversation under the cursor of the list what a command says.
  mutating func performInConversationList(_ command: CommandID) -> [Effect] {
    switch command {
    case .newFromList:
      closeOverlay()
      return startConversation()
    case .showArchived:
      editList { $0.showsArchived.toggle() }
      return askForList()
    default: break
    }
    guard let selected = conversationList?.selected else { return [] }
    switch command {
    case .renameListed: askForTitle(of: selected.record)
    case .tagListed: askForTags(of: selected.record)
    case .pinListed: return pin(selected.record)
    case .archiveListed: return archive(selected.record)
    case .exportListed: askWhereToExport(selected.record)
    case .deleteListed: editList { $0.deleting = selected }
    default: break
    }
    return []
  }

  /// Takes the answer to the question whether a conversation is to be deleted.
  mutating func takeAnswer(_ key: Key, deleting doomed: ConversationSummary) -> [Effect] {
    editList { $0.deleting = nil }
    guard keyMap.command(for: key, in: .overlay) == .listAccept || key.typedText == "y" else {
      status = StatusMessage("kept")
      return []
    }
    return delete(doomed.record)
  }

  /// Does to the open conversation what a command says.
  mutating func performOnConversation(_ command: CommandID) -> [Effect] {
    switch command {
    case .listConversations: return openConversationList()
    case .searchMessages: return openMessageSearch()
    case .offTheRecord: return goOffTheRecord()
    case .savedPrompts: return openSavedPrompts()
    case .savePrompt: askForPromptName()
    case .renameConversation: askForTitle(of: keeping.record)
    case .tagConversation: askForTags(of: keeping.record)
    case .pinConversation: return pin(keeping.record)
    case .archiveConversation: return archive(keeping.record)
    default: break
    }
    return []
  }
}
