import Conversation

extension WorkbenchState {
  /// Asks what is to be deleted.
  mutating func askToRemove(_ message: MessageID, from view: TreeOverlay? = nil) {
    overlay = .removal(RemovalDialog(message, of: tree, from: view))
  }

  /// Gives a key to the question what is to be deleted.
  mutating func takeInRemoval(_ key: Key, _ dialog: RemovalDialog) -> [Effect] {
    var dialog = dialog
    let last = dialog.items.count - 1
    switch keyMap.command(for: key, in: .overlay) ?? keyMap.command(for: key, in: .conversation) {
    case .listAccept: return remove(dialog.items[dialog.selection].choice, dialog)
    case .overlayClose:
      overlay = dialog.view.map(Overlay.tree)
      return []
    case .listDown, .lineDown: dialog.selection = min(last, dialog.selection + 1)
    case .listUp, .lineUp: dialog.selection = max(0, dialog.selection - 1)
    default: break
    }
    overlay = .removal(dialog)
    return []
  }

  private mutating func remove(
    _ choice: RemovalDialog.Choice,
    _ dialog: RemovalDialog
  ) -> [Effect] {
    overlay = dialog.view.map(Overlay.tree)
    let going = messages(of: choice)
    guard let first = going.first, tree.isReachable(first) else {
      status = StatusMessage("it was deleted already")
      return []
    }
    let effects = stopStreams(into: Set(going))
    let paths = conversation.lanes.map { tree.path(to: $0.tip) }
    switch choice {
    case .turn(let id): keeping.removals.append(tree.removeTurn(of: id))
    case .branch(let id): keeping.removals.append(tree.prune(id))
    }
    let moreEffects = keepTipsReachable()
    keepPlaces(on: paths)
    if case .tree(var view) = overlay {
      view.update(tree, tip: conversation.focusedLane.tip)
      overlay = .tree(view)
    }
    let undo: CommandID = dialog.view == nil ? .undoRemoval : .treeUndo
    let back = keyMap.notation(for: undo).map { "; \($0) puts it back" } ?? ""
    let count = going.count == 1 ? "1 message" : "\(going.count) messages"
    status = StatusMessage("deleted \(count)\(back)", role: .success)
    return effects + moreEffects
  }

  /// What goes, the first message first.
  private func messages(of choice: RemovalDialog.Choice) -> [MessageID] {
    switch choice {
    case .turn(let id): [id] + tree.children(of: id).filter { tree[$0].isReply }
    case .branch(let id): tree.subtree(of: id)
    }
  }

  private mutating func stopStreams(into going: Set<MessageID>) -> [Effect] {
    conversation.lanes.indices.flatMap { index -> [Effect] in
      let isGoing = conversation.lanes[index].tip.map(going.contains) ?? false
      return isGoing ? stop(lane: index) : []
    }
  }

  /// Has lanes that stood at a message that went stand at the one after it.
  private mutating func keepPlaces(on paths: [[MessageID]]) {
    for (index, old) in paths.enumerated() {
      let path = Set(tree.path(to: conversation.lanes[index].tip))
      func left(from id: MessageID) -> MessageID? {
        old.lastIndex(of: id).flatMap { old[$0...].first(where: path.contains) }
      }
      let lane = conversation.lanes[index]
      if let selected = lane.selected, !path.contains(selected) {
        conversation.lanes[index].selected = left(from: selected)
      }
      if case .at(let message, _) = lane.scroll, !path.contains(message) {
        conversation.lanes[index].scroll =
          left(from: message).map { .at(message: $0, place: .header) } ?? .following
      }
    }
  }

  /// Puts back what was deleted last.
  ///
  /// - Returns: The message that is back; `nil` where there was nothing to put back.
  @discardableResult
  mutating func undoRemoval() -> MessageID? {
    guard let change = keeping.removals.popLast() else {
      status = StatusMessage("nothing was deleted here that could be put back")
      return nil
    }
    tree.undo(change)
    guard tree.isReachable(change.pruned) else {
      status = StatusMessage("put back, but what it stood below is deleted", role: .warning)
      return nil
    }
    let isShown = goTo(change.pruned)
    let more = keeping.removals.isEmpty ? "" : "; \(keeping.removals.count) more to put back"
    let way = isShown ? "" : "; \(keyMap.notation(for: .showTree) ?? "t") shows it"
    status = StatusMessage("put back\(way)\(more)", role: .success)
    return change.pruned
  }
}
