extension MessageTree {
  /// First messages that are not pruned, in the order of creation.
  package var roots: [MessageID] { children(of: nil) }

  /// The messages below one that are not pruned, in the order of creation; the first ones below `nil`.
  package func children(of id: MessageID?) -> [MessageID] {
    (id.map { messages[$0.rawValue].allChildren } ?? allRoots).filter {
      !messages[$0.rawValue].isPruned
    }
  }

  /// The messages from the first one to `leaf`, oldest first.
  package func path(to leaf: MessageID?) -> [MessageID] {
    var path: [MessageID] = []
    var next = leaf
    while let id = next {
      path.append(id)
      next = messages[id.rawValue].parent
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

  /// The message with the highest key of those that can be reached; looks at every message once.
  package var newestReachable: MessageID? {
    let isReachable = reachability
    var newest: Int?
    for index in messages.indices where isReachable[index] {
      if let best = newest, messages[index].key < messages[best].key { continue }
      newest = index
    }
    return newest.map { MessageID($0) }
  }

  /// How many messages can be reached; looks at every message once.
  package var reachableCount: Int { reachability.count { $0 } }

  /// Whether each message can be reached, by its id: a parent's is always the lower one.
  private var reachability: [Bool] {
    var isReachable: [Bool] = []
    isReachable.reserveCapacity(messages.count)
    for index in messages.indices {
      let parent = messages[index].parent.map { isReachable[$0.rawValue] } ?? true
      isReachable.append(parent && !messages[index].isPruned)
    }
    return isReachable
  }

  /// The end of the path on which the newest message lies.
  package var newestLeaf: MessageID? { newestReachable.map { leaf(below: $0) } }

  /// Whether neither the message nor one above it is pruned.
  package func isReachable(_ id: MessageID) -> Bool {
    var next: MessageID? = id
    while let id = next {
      if messages[id.rawValue].isPruned { return false }
      next = messages[id.rawValue].parent
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
