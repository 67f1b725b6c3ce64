extension MessageTree {
  /// First messages that are not pruned, in the order of creation.
  package var roots: [MessageID] { children(of: nil) }

  /// The messages below one that are not pruned, in the order of creation; the first ones below `nil`.
  package func children(of id: MessageID?) -> [MessageID] {
    (id.map { self[$0].allChildren } ?? allRoots).filter { !self[$0].isPruned }
  }

  /// The messages from the first one to `leaf`, oldest first.
  package func path(to leaf: MessageID?) -> [MessageID] {
    var path: [MessageID] = []
    var next = leaf
    while let id = next {
      path.append(id)
      next = self[id].parent
    }
    return path.reversed()
  }

  /// What the user said last, at a message or above it; `nil` where that is nothing.
  package func turn(of id: MessageID) -> MessageID? {
    var next: MessageID? = id
    while let id = next, self[id].role != .user { next = self[id].parent }
    return next
  }

  /// All messages with the same parent as `id` that are not pruned, itself included, in the order of creation.
  package func siblings(of id: MessageID) -> [MessageID] { children(of: self[id].parent) }

  /// The leaf reached from `id` by the children that were looked at last, else the newest ones.
  package func leaf(below id: MessageID) -> MessageID {
    var leaf = id
    while let next = nextOnPath(below: leaf) { leaf = next }
    return leaf
  }

  /// The message with the highest key of those that can be reached.
  package var newestReachable: MessageID? {
    messages.sorted { $0.key > $1.key }.first { isReachable($0.id) }?.id
  }

  /// Whether neither the message nor one above it is pruned.
  package func isReachable(_ id: MessageID) -> Bool {
    var next: MessageID? = id
    while let id = next {
      if self[id].isPruned { return false }
      next = self[id].parent
    }
    return true
  }

  /// A message and all that stand below it and are not pruned, each before its children.
  package func subtree(of id: MessageID) -> [MessageID] {
    var found: [MessageID] = []
    var left = [id]
    while let next = left.popLast() {
      found.append(next)
      left += children(of: next).reversed()
    }
    return found
  }
}
