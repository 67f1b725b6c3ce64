import Conversation

extension WorkbenchState {
  /// Opens the search through all conversations.
  mutating func openMessageSearch(for text: String = "") -> [Effect] {
    var search = MessageSearch()
    search.editor = TextEditor(text)
    overlay = .search(search)
    return text.isEmpty ? [] : lookForMessages()
  }

  /// Changes the search in its place, so that its hits are not copied.
  private mutating func editMessageSearch(_ body: (inout MessageSearch) -> Void) {
    guard case .search(var search) = overlay else { return }
    overlay = nil
    body(&search)
    overlay = .search(search)
  }

  private var messageSearch: MessageSearch? {
    if case .search(let search) = overlay { return search }
    return nil
  }

  /// Has the archive look for what is typed; nothing typed is nothing to look for.
  private mutating func lookForMessages() -> [Effect] {
    guard let search = messageSearch else { return [] }
    if search.editor.text.allSatisfy(\.isWhitespace) {
      editMessageSearch { $0.clear() }
      return search.isRunning ? [.history(.stopSearching)] : []
    }
    let query = newQuery()
    editMessageSearch { $0.begin(query) }
    return [.history(.search(search.editor.text, query: query))]
  }

  /// Takes hits, where they answer what is typed.
  mutating func take(_ hits: [MessageHit], isLast: Bool, query: QueryNumber) -> [Effect] {
    guard let search = messageSearch, search.query == query, search.isRunning else { return [] }
    editMessageSearch { $0.take(hits, isLast: isLast) }
    if search.opensWhenFound, !hits.isEmpty { return acceptHit() }
    return !isLast && messageSearch?.isRunning == false ? [.history(.stopSearching)] : []
  }

  mutating func takeSearchTrouble(_ reason: String, query: QueryNumber) {
    guard messageSearch?.query == query else { return }
    editMessageSearch { $0.fail(reason) }
  }

  /// Gives a key to the search.
  mutating func takeInMessageSearch(_ key: Key) -> [Effect] {
    editMessageSearch { $0.opensWhenFound = false }
    switch keyMap.command(for: key, in: .overlay) {
    case .listAccept: return acceptHit()
    case .overlayClose: return leaveMessageSearch()
    case .listDown: editMessageSearch { $0.move(by: 1) }
    case .listUp: editMessageSearch { $0.move(by: -1) }
    case .listPageDown: editMessageSearch { $0.move(by: 8) }
    case .listPageUp: editMessageSearch { $0.move(by: -8) }
    default: return typeInMessageSearch { $0.takeInField(key, keyMap: $1) }
    }
    return []
  }

  /// Changes what is looked for.
  mutating func typeInMessageSearch(_ edit: (inout TextEditor, KeyMap) -> Void) -> [Effect] {
    guard var editor = messageSearch?.editor else { return [] }
    let revision = editor.revision
    edit(&editor, keyMap)
    editMessageSearch { $0.editor = editor }
    return editor.revision == revision ? [] : lookForMessages()
  }

  private mutating func leaveMessageSearch() -> [Effect] {
    let isRunning = messageSearch?.isRunning == true
    overlay = nil
    return isRunning ? [.history(.stopSearching)] : []
  }

  /// Goes to the hit under the cursor, once there is one of what is typed.
  private mutating func acceptHit() -> [Effect] {
    guard let search = messageSearch else { return [] }
    guard search.isCurrent || !search.isRunning else {
      editMessageSearch { $0.opensWhenFound = true }
      return []
    }
    guard let hit = search.selected else { return [] }
    let effects = leaveMessageSearch()
    sought = hit.foundText
    let request = ConversationRequest.conversation(hit.conversation, message: hit.message)
    let opened = open(request)
    if opening != request { lookForSought() }
    return effects + opened
  }

  /// Looks in the message that was gone to for what found it.
  mutating func lookForSought() {
    guard let text = sought else { return }
    sought = nil
    beginSearch(for: text)
  }
}
