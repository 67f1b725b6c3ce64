import Conversation

extension WorkbenchState {
  /// How the inside of the tree view is divided.
  package var treeRoom: (inside: ScreenSize, preview: Int) {
    let rows = max(1, size.rows - (size.rows < 16 ? 3 : 4))
    let columns = max(1, size.columns - (size.columns < 60 ? 2 : 6))
    let wantsPreview = if case .tree(let view) = overlay { view.wantsPreview } else { true }
    let preview = wantsPreview && rows >= 15 ? rows * 2 / 5 : 0
    return (ScreenSize(rows: rows, columns: columns), preview)
  }

  /// The rows of the tree view that hold messages.
  package func treeRows(_ view: TreeOverlay) -> Int {
    let room = treeRoom
    let lower = room.preview > 0 ? room.preview + 1 : 0
    return max(1, room.inside.rows - lower - (view.filter == nil ? 0 : 1))
  }

  mutating func openTree() {
    guard !tree.isEmpty else {
      status = StatusMessage("there is no message here yet")
      return
    }
    let lane = conversation.focusedLane
    overlay = .tree(TreeOverlay(tree, tip: lane.tip, current: lane.current))
  }

  /// Brings the tree view up to date.
  mutating func layOutTree() {
    guard case .tree(var view) = overlay else { return }
    let room = treeRoom
    view.update(tree, tip: conversation.focusedLane.tip)
    view.layOutPreview(
      of: tree,
      size: ScreenSize(rows: room.preview, columns: room.inside.columns),
      keyMap: keyMap
    )
    overlay = .tree(view)
  }

  /// Gives a key to the tree view.
  mutating func takeInTree(_ key: Key, _ view: TreeOverlay) -> [Effect] {
    var view = view
    view.update(tree, tip: conversation.focusedLane.tip)
    if view.isTyping {
      takeInTreeFilter(key, view)
      return []
    }
    let page = max(1, treeRows(view) - 1)
    switch keyMap.command(for: key, in: .tree) ?? keyMap.command(for: key, in: .overlay) {
    case .treeDown, .listDown: view.move(by: 1)
    case .treeUp, .listUp: view.move(by: -1)
    case .treePageDown, .listPageDown: view.move(by: page)
    case .treePageUp, .listPageUp: view.move(by: -page)
    case .treeTop: view.move(by: -view.rows.count)
    case .treeEnd: view.move(by: view.rows.count)
    case .treeNextSibling: moveToSibling(by: 1, &view)
    case .treePreviousSibling: moveToSibling(by: -1, &view)
    case .treePreview: view.wantsPreview.toggle()
    case .treeFind:
      view.narrow(to: view.filter ?? "", of: tree)
      view.isTyping = true
    case .overlayClose where view.filter != nil: view.narrow(to: nil, of: tree)
    case .overlayClose:
      overlay = nil
      return []
    case .some(let command):
      overlay = .tree(view)
      return view.message.map { performInTree(command, on: $0, view) } ?? []
    case nil: break
    }
    overlay = .tree(view)
    return []
  }

  private mutating func moveToSibling(by step: Int, _ view: inout TreeOverlay) {
    guard let message = view.message else { return }
    let siblings = tree.siblings(of: message)
    guard let place = siblings.firstIndex(of: message), siblings.indices.contains(place + step)
    else {
      status = StatusMessage("there is no sibling that way")
      return
    }
    view.move(to: siblings[place + step])
  }

  private mutating func performInTree(
    _ command: CommandID,
    on message: MessageID,
    _ view: TreeOverlay
  ) -> [Effect] {
    switch command {
    case .treeJump, .listAccept:
      guard goTo(message) else { return [] }
      overlay = nil
      focus = .conversation
    case .treeNote:
      guard goTo(message) else { return [] }
      overlay = nil
      writeNote()
    case .treeFork:
      overlay = nil
      return fork(at: message)
    case .treePrune: askToRemove(message, from: view)
    case .treeUndo:
      var view = view
      guard let back = undoRemoval() else { return [] }
      view.update(tree, tip: conversation.focusedLane.tip)
      view.move(to: back)
      overlay = .tree(view)
    default: break
    }
    return []
  }

  /// Gives a key to the filter being typed: it narrows what is seen, Enter keeps it, and the closing key gives it up.
  private mutating func takeInTreeFilter(_ key: Key, _ old: TreeOverlay) {
    var view = old
    let filter = view.filter ?? ""
    switch keyMap.command(for: key, in: .overlay) {
    case .listAccept:
      view.isTyping = false
      if filter.isEmpty { view.narrow(to: nil, of: tree) }
    case .overlayClose:
      view.isTyping = false
      view.narrow(to: nil, of: tree)
    case .listDown: view.move(by: 1)
    case .listUp: view.move(by: -1)
    default:
      switch keyMap.command(for: key, in: .prompt) {
      case .deleteBackward: view.narrow(to: String(filter.dropLast()), of: tree)
      case .killToLineStart: view.narrow(to: "", of: tree)
      default: if let text = key.typedText { view.narrow(to: filter + text, of: tree) }
      }
    }
    overlay = .tree(view)
  }
}
