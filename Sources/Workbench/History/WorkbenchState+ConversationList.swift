import Conversation

extension WorkbenchState {
  mutating func openConversationList() -> [Effect] {
    overlay = .conversations(ConversationList())
    return askForList()
  }

  /// Has the archive list conversations by the filter as it stands.
  mutating func askForList(keepsPlace: Bool = false) -> [Effect] {
    guard var list = conversationList else { return [] }
    list.query = newQuery()
    list.asking = .first(keepsPlace: keepsPlace && list.isCurrent)
    let limit =
      keepsPlace ? max(list.rows.count, ConversationList.pageSize) : ConversationList.pageSize
    conversationList = list
    return [.history(.list(ConversationListPage(list.filter, limit: limit), query: list.query))]
  }

  /// Has the archive give the next page, where that is needed.
  private mutating func askForNextPage() -> [Effect] {
    guard let page = conversationList?.nextPage else { return [] }
    let query = newQuery()
    editList { list in
      list.query = query
      list.asking = .next
    }
    return [.history(.list(page, query: query))]
  }

  /// The list of conversations where it is open, also below the dialog that it asked with.
  package internal(set) var conversationList: ConversationList? {
    get {
      if case .conversations(let list) = overlay { return list }
      return listBehind
    }
    set {
      guard let newValue else { return }
      if listBehind != nil { listBehind = newValue } else { overlay = .conversations(newValue) }
    }
  }

  /// Changes the list in its place, so that its rows are not copied.
  mutating func editList(_ body: (inout ConversationList) -> Void) {
    if var list = listBehind {
      listBehind = nil
      body(&list)
      listBehind = list
    } else if case .conversations(var list) = overlay {
      overlay = nil
      body(&list)
      overlay = .conversations(list)
    }
  }

  /// Takes a page of the list, where it answers the newest question.
  mutating func take(
    _ page: [ConversationSummary],
    isLast: Bool,
    query: QueryNumber
  ) -> [Effect] {
    guard conversationList?.query == query else { return [] }
    let own = unarchivedSummaries
    editList { $0.take(page, isLast: isLast, own: own) }
    if conversationList?.opensWhenListed == true { return acceptConversation() }
    return askForNextPage()
  }

  mutating func takeListTrouble(_ reason: String, query: QueryNumber) {
    guard conversationList?.query == query else { return }
    let own = unarchivedSummaries
    editList { $0.fail(reason, own: own) }
  }

  /// Gives a key to the list.
  mutating func takeInConversationList(_ key: Key) -> [Effect] {
    if let doomed = conversationList?.deleting { return takeAnswer(key, deleting: doomed) }
    editList { $0.opensWhenListed = false }
    if let command = keyMap.command(for: key, in: .conversationList) {
      return performInConversationList(command)
    }
    switch keyMap.command(for: key, in: .overlay) {
    case .listAccept: return acceptConversation()
    case .overlayClose:
      closeOverlay()
      return []
    case .listDown: return moveInList(by: 1)
    case .listUp: return moveInList(by: -1)
    case .listPageDown: return moveInList(by: 10)
    case .listPageUp: return moveInList(by: -10)
    default: return typeInList { $0.takeInField(key, keyMap: $1) }
    }
  }

  private mutating func moveInList(by steps: Int) -> [Effect] {
    editList { $0.move(by: steps) }
    return askForNextPage()
  }

  /// Changes the filter; another text is another question.
  mutating func typeInList(_ edit: (inout TextEditor, KeyMap) -> Void) -> [Effect] {
    guard var editor = conversationList?.editor else { return [] }
    let revision = editor.revision
    edit(&editor, keyMap)
    editList { $0.editor = editor }
    return editor.revision == revision ? [] : askForList()
  }

  /// Opens the conversation under the cursor, once the rows are those of the filter.
  private mutating func acceptConversation() -> [Effect] {
    guard let list = conversationList else { return [] }
    guard list.isCurrent else {
      editList { $0.opensWhenListed = true }
      return []
    }
    overlay = nil
    guard let selected = list.selected else { return [] }
    return open(.conversation(selected.record.id, message: nil))
  }

  mutating func newQuery() -> QueryNumber {
    defer { nextQuery += 1 }
    return QueryNumber(nextQuery)
  }

  /// The conversations in memory that the archive does not hold.
  private var unarchivedSummaries: [ConversationSummary] {
    guard let filter = conversationList?.filter, filter.tag == nil, filter.preset == nil else {
      return []
    }
    let open = summary(of: tree, keeping, preset: conversation.focusedLane.preset)
    let shelved = shelf.map { summary(of: $0.tree, $0.keeping, preset: $0.pane.focusedLane.preset) }
    return [open, shelved].compactMap(\.self).compactMap(\.self).filter { summary in
      filter.text.isEmpty || summary.record.title.lowercased().contains(filter.text.lowercased())
    }
  }

  /// `nil` for a conversation that is empty, or that the archive holds.
  private func summary(
    of tree: MessageTree,
    _ keeping: ConversationKeeping,
    preset: Preset
  ) -> ConversationSummary? {
    guard !tree.isEmpty, keeping.number == nil, let newest = tree.newestReachable else {
      return nil
    }
    let message = tree[newest]
    return ConversationSummary(
      number: 0,
      record: keeping.record,
      updated: message.created,
      messageCount: tree.reachableCount,
      preset: preset.name,
      preview: message.content.prefix(300).split(whereSeparator: \.isWhitespace).joined(
        separator: " "
      )
    )
  }

  /// Whether something of a conversation in memory is not in the archive.
  package func isUnsaved(_ id: ConversationID) -> Bool {
    if keeping.record.id == id { return keeping.number == nil || savingTrouble != nil }
    return shelf?.keeping.record.id == id && shelf?.keeping.number == nil
  }
}

extension TextEditor {
  /// Gives a key to a field of one line.
  mutating func takeInField(_ key: Key, keyMap: KeyMap) {
    switch keyMap.command(for: key, in: .prompt) {
    case .newline, .openEditor, .historySearch: break
    case .some(let command): performEditing(command)
    case nil: if let text = key.typedText { insert(text) }
    }
  }
}
