import Conversation

extension WorkbenchState {
  /// Whether a search through the frames is being typed.
  package var isTypingFrameSearch: Bool {
    conversation.inspector?.page == .raw && conversation.inspector?.raw.search?.isTyping == true
  }

  mutating func beginFrameSearch() {
    conversation.inspector?.raw.showsHeads = false
    guard let page = conversation.inspector?.raw else { return }
    conversation.inspector?.raw.search = FrameSearch(origin: page.cursor)
  }

  /// Gives a key to the query being typed.
  mutating func takeInFrameSearch(_ key: Key) {
    guard let editor = conversation.inspector?.raw.search?.editor else { return }
    switch searchKey(key, in: editor) {
    case .leave:
      let (origin, height) = (conversation.inspector?.raw.search?.origin, rawListRows)
      conversation.inspector?.raw.search = nil
      conversation.inspector?.raw.go(to: origin, height: height)
    case .accept:
      conversation.inspector?.raw.search?.isTyping = false
      if editor.isEmpty { conversation.inspector?.raw.search = nil } else { sayFrameCount() }
    case .move(let step): goToFrameHit(by: step)
    case .edit(let editor): lookForFrames(editor)
    case .none: break
    }
  }

  /// Takes another query, and goes to the frame that is nearest to where the search began.
  mutating func lookForFrames(_ editor: TextEditor) {
    conversation.inspector?.raw.search?.editor = editor
    refreshRawPage()
    let height = rawListRows
    conversation.inspector?.raw.goToNearestHit(height: height)
  }

  mutating func goToFrameHit(by step: Int) {
    guard conversation.inspector?.raw.search != nil else {
      let key = keyMap.notation(for: .inspectorFind) ?? "/"
      status = StatusMessage("nothing is looked for; \(key) searches")
      return
    }
    conversation.inspector?.raw.showsHeads = false
    refreshRawPage()
    let height = rawListRows
    conversation.inspector?.raw.goToHit(by: step, height: height)
    sayFrameCount()
  }

  private mutating func sayFrameCount() {
    guard let page = conversation.inspector?.raw, let search = page.search, !search.isTyping else {
      return
    }
    status = StatusMessage("\(search.count(at: page.shown)): \(search.editor.text)", role: .match)
  }
}
