/// What a key means while a query is typed.
enum SearchKey {
  case leave
  case accept
  /// To the next hit, or the one before.
  case move(Int)
  /// The query is another one.
  case edit(TextEditor)
  case none
}

extension WorkbenchState {
  func searchKey(_ key: Key, in editor: TextEditor) -> SearchKey {
    let everywhere = keyMap.command(for: key, in: .everywhere)
    if everywhere == .escape || everywhere == .interrupt { return .leave }
    switch keyMap.command(for: key, in: .overlay) {
    case .listAccept: return .accept
    case .listDown: return .move(1)
    case .listUp: return .move(-1)
    default: break
    }
    var editor = editor
    switch keyMap.command(for: key, in: .prompt) {
    case .newline, .openEditor, .historySearch: return .none
    case .some(let command): editor.performEditing(command)
    case nil: if let text = key.typedText { editor.insert(text) }
    }
    return .edit(editor)
  }
}
