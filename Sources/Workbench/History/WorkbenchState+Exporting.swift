import Conversation

extension WorkbenchState {
  /// Asks for the file that a conversation of the list is written to, before the list.
  mutating func askWhereToExport(_ record: ConversationRecord) {
    ask(LineDialog(.export(record.id), text: record.fileName))
  }

  /// Has a conversation written; what is in memory is, also where nothing can be saved, the rest is read first.
  mutating func acceptExport(of id: ConversationID, _ dialog: LineDialog) -> [Effect] {
    let path = dialog.editor.text
    guard Self.isExportFile(path) else {
      var dialog = dialog
      dialog.note = StatusMessage("wants a name that ends in .md, .jsonl or .html", role: .error)
      overlay = .line(dialog)
      return []
    }
    closeOverlay()
    if id == keeping.record.id { return [export(of: tree, keeping, conversation, to: path)] }
    if let shelf, shelf.keeping.record.id == id {
      return [export(of: shelf.tree, shelf.keeping, shelf.pane, to: path)]
    }
    return [.history(.export(id, path: path))]
  }

  /// Whether a file's name says in which form a conversation is written.
  static func isExportFile(_ path: String) -> Bool {
    [".md", ".jsonl", ".html"].contains(where: path.hasSuffix)
  }

  /// Writes a conversation that is in memory, with the path that its focused lane shows.
  func export(
    of tree: MessageTree,
    _ keeping: ConversationKeeping,
    _ pane: ConversationPane,
    to path: String
  ) -> Effect {
    let stored = StoredConversation(record: keeping.record, messages: tree.storedMessages)
    return .export(stored, leaf: pane.focusedLane.tip.map { tree[$0].key }, path: path)
  }
}

extension ConversationRecord {
  /// A file's name made of the title: `why-is-the-sky-blue.md`.
  fileprivate var fileName: String {
    let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }.prefix(8)
    return (words.isEmpty ? "conversation" : words.joined(separator: "-")) + ".md"
  }
}
