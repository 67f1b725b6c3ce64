import Conversation

extension WorkbenchState {
  /// Tab in the prompt: completes the word before the caret, else goes to the next pane.
  mutating func complete() -> [Effect] {
    guard isPromptListening, let word = CompletionWord(in: prompt.editor) else {
      moveFocus(by: 1)
      return []
    }
    if let query = word.query {
      prompt.completion.awaited = query
      return [.listFiles(query)]
    }
    complete(word)
    return []
  }

  /// Takes what was found of files, where the prompt still waits for it.
  mutating func take(_ listing: FileListing) {
    guard prompt.completion.awaited == listing.query else { return }
    prompt.completion.awaited = nil
    guard let word = CompletionWord(in: prompt.editor), word.query == listing.query,
      isPromptListening
    else { return }
    if let problem = listing.problem {
      status = StatusMessage(problem, role: .warning)
      return
    }
    prompt.completion.listing = listing
    complete(word)
  }

  /// Completes a word as far as there is no choice, and offers the choices.
  private mutating func complete(_ word: CompletionWord) {
    let listing = prompt.completion.listing
    let (title, items) = completions(of: word)
    guard let first = items.first else {
      status = StatusMessage("no \(title) begin with \"\(word.text)\"")
      return
    }
    if items.count == 1 {
      insert(first, for: word)
      return
    }
    let common = items.dropFirst().reduce(first.value) { $0.commonPrefix(with: $1.value) }
    if common.utf8.count > word.text.utf8.count {
      var partial = first
      partial.value = common
      partial.ending = ""
      insert(partial, for: word, isWhole: false)
    }
    prompt.completion.listing = listing
    prompt.completion.menu = CompletionMenu(title: title, items: items, selection: 0)
    prompt.completion.seen = CompletionWord(in: prompt.editor)
  }

  /// Puts a completion in the place of the word.
  private mutating func insert(
    _ item: CompletionMenu.Item,
    for word: CompletionWord,
    isWhole: Bool = true
  ) {
    let isFinal = isWhole && !item.value.hasSuffix("/")
    var end = prompt.editor.caret
    let text: String
    switch word.kind {
    case .command: text = "/" + item.value
    case .argument, .path: text = item.value
    case .attachment(let isQuoted):
      text = Self.attachment(item.value, isFinal: isFinal, staysQuoted: isQuoted)
      // The closing mark that is there already is written anew.
      if isQuoted, let next = prompt.editor.buffer.character(after: end), next.character == "\"" {
        end = next.end
      }
    }
    prompt.editor.replace(word.start..<end, with: text + item.ending)
    prompt.completion = Completion()
  }

  /// A path as a word that attaches it; one that goes on is left open.
  private static func attachment(_ path: String, isFinal: Bool, staysQuoted: Bool) -> String {
    var text = AttachmentWord.text(forPath: path)
    let isQuoted = text.hasPrefix("@\"")
    if staysQuoted, !isQuoted { text = "@\"\(path)\"" }
    if !isFinal, isQuoted || staysQuoted { text.removeLast() }
    return text
  }

  /// Gives a key to the menu of completions; `nil` means that it is not for it.
  mutating func takeInCompletions(_ key: Key) -> [Effect]? {
    guard let menu = prompt.completion.menu else { return nil }
    let command = keyMap.command(for: key, in: .overlay)
    guard menu.isActive else {
      guard command == .overlayClose, keyMap.command(for: key, in: .everywhere) == .escape else {
        return nil
      }
      prompt.completion.dismiss()
      return []
    }
    switch command {
    case .listAccept: takeCompletion()
    case .overlayClose: prompt.completion.dismiss()
    case .listDown: prompt.completion.menu?.cycle(by: 1)
    case .listUp: prompt.completion.menu?.cycle(by: -1)
    case .listPageDown: prompt.completion.menu?.move(by: 8)
    case .listPageUp: prompt.completion.menu?.move(by: -8)
    default:
      if keyMap.command(for: key, in: .prompt) == .complete {
        prompt.completion.menu?.cycle(by: 1)
      } else if keyMap.command(for: key, in: .everywhere) == .previousPane {
        prompt.completion.menu?.cycle(by: -1)
      } else {
        return nil
      }
    }
    return []
  }

  private mutating func takeCompletion() {
    guard let menu = prompt.completion.menu, let selection = menu.selection,
      let word = CompletionWord(in: prompt.editor)
    else { return }
    insert(menu.items[selection], for: word)
  }

  /// Whether what is typed goes to the prompt.
  private var isPromptListening: Bool {
    focus == .prompt && overlay == nil && prompt.search == nil && sidebar.edit == nil
      && prompt.editor.takesText
  }

  /// Brings the list above the prompt up to date with what stands before the caret.
  mutating func refreshCompletions() {
    let place = Completion.Place(
      revision: prompt.editor.revision,
      caret: prompt.editor.caret,
      isListening: isPromptListening
    )
    guard place != prompt.completion.place else { return }
    defer { prompt.completion.place = place }
    guard place.isListening, let word = CompletionWord(in: prompt.editor) else {
      prompt.completion.forget()
      return
    }
    guard word != prompt.completion.seen else { return }
    let isSamePlace = word.isAtPlace(of: prompt.completion.seen)
    let wasActive = isSamePlace && prompt.completion.menu?.isActive == true
    prompt.completion.see(word)
    guard !prompt.completion.isDismissed, wasActive || word.query == nil else {
      prompt.completion.menu = nil
      return
    }
    let (title, items) = completions(of: word)
    let isUseful =
      wasActive || word.kind == .command || items.count > 1
      || items.first.map { $0.value != word.text } ?? false
    prompt.completion.menu =
      items.isEmpty || !isUseful
      ? nil : CompletionMenu(title: title, items: items, selection: wasActive ? 0 : nil)
  }
}

extension TextEditor {
  /// Replaces a range as one edit.
  fileprivate mutating func replace(_ range: Range<TextBuffer.Position>, with text: String) {
    edit(range, with: text)
    streak = .none
    vi?.insertion = .typing
  }
}

extension String {
  /// The characters with which both begin.
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
