extension MessageTree {
  /// Whether messages came, ended or moved since the archive was last told.
  package var hasUnsavedMessages: Bool { journal.hasMoreThanGrowth }
  /// Whether replies received something since then.
  package var hasUnsavedGrowth: Bool { journal.hasGrowth }

  /// What has changed since the last call, in an order in which it can be carried out; the cost is that of what is new.
  package mutating func takeChanges() -> [MessageChange] {
    let new = Set(journal.new)
    var changes: [MessageChange] = []
    for id in journal.new {
      changes.append(.added(stored(id)))
      if self[id].reply?.ending == nil { journal.progress[id] = progress(of: id) }
    }
    for id in journal.grown.sorted() where !new.contains(id) && !journal.rewritten.contains(id) {
      changes.append(.grew(self[id].key, takeGrowth(of: id)))
    }
    for id in journal.rewritten.sorted() {
      if !new.contains(id) { changes.append(.rewritten(stored(id))) }
      journal.progress[id] = nil
    }
    for id in journal.placed.sorted() where !new.contains(id) {
      let parent = self[id].parent.map { self[$0].key }
      changes.append(.placed(self[id].key, parent: parent, isPruned: self[id].isPruned))
    }
    journal.clear()
    return changes
  }

  /// Whether the next `takeChanges` gives everything, since ``forgetSaving()``.
  package var isUnsavedWhole: Bool { journal.isWhole }

  /// Has the next `takeChanges` give everything, as for an archive that knows nothing of this tree.
  package mutating func forgetSaving() { journal.noteAll(messages.map(\.id)) }

  /// Takes over the keys that an archive gave to messages whose own something else had there.
  package mutating func rename(_ renamed: [MessageKey: MessageKey]) {
    for (old, new) in renamed where idOfKey[new] == nil {
      guard let id = idOfKey.removeValue(forKey: old) else { continue }
      messages[id.rawValue].key = new
      idOfKey[new] = id
      keys.pass(new)
      renameInVotes(old, new)
      // Siblings stand in the order of their keys.
      move(id, to: self[id].parent)
    }
  }

  /// A message as it is kept.
  package func stored(_ id: MessageID) -> StoredMessage {
    let message = self[id]
    var stored = StoredMessage(
      key: message.key,
      parent: message.parent.map { self[$0].key },
      role: message.role,
      created: message.created,
      content: message.content,
      attachments: message.attachments,
      isPruned: message.isPruned,
      reply: message.reply?.stored
    )
    stored.votes = message.votes
    return stored
  }

  /// All messages as they are kept, each after its parent.
  package var storedMessages: [StoredMessage] {
    allRoots.flatMap { root in
      var found: [StoredMessage] = []
      var left = [root]
      while let next = left.popLast() {
        found.append(stored(next))
        left += self[next].allChildren.reversed()
      }
      return found
    }
  }

  /// Takes messages from an archive or a file.
  ///
  /// New ones are added, of known ones the reply, the votes and the place are brought up to date. What streams here is
  /// left alone. Where `isAllKept`, all that is here was kept before these were read, so that a vote which is not
  /// among theirs was taken back elsewhere.
  ///
  /// - Returns: The known messages that have changed.
  @discardableResult
  package mutating func merge(
    _ stored: [StoredMessage],
    isAllKept: Bool = false
  ) -> Set<MessageID> {
    var changed: Set<MessageID> = []
    if messages.isEmpty {
      messages.reserveCapacity(stored.count)
      idOfKey.reserveCapacity(stored.count)
    }
    for message in Self.parentsFirst(stored) {
      if let id = idOfKey[message.key] {
        if update(id, from: message, isAllKept) { changed.insert(id) }
      } else {
        insert(message)
      }
    }
    for message in stored {
      guard let id = idOfKey[message.key] else { continue }
      if place(id, under: message.parent, isPruned: message.isPruned) { changed.insert(id) }
    }
    return changed
  }

  /// Each message after its parent, which may stand behind it in a file, since ids count up along a path.
  private static func parentsFirst(_ stored: [StoredMessage]) -> [StoredMessage] {
    if areParentsFirst(stored) { return stored }
    var left = Dictionary(stored.map { ($0.key, $0) }) { first, _ in first }
    var ordered: [StoredMessage] = []
    for message in stored {
      var above: [StoredMessage] = []
      var next: MessageKey? = message.key
      while let key = next, let message = left.removeValue(forKey: key) {
        above.append(message)
        next = message.parent
      }
      ordered += above.reversed()
    }
    return ordered
  }

  /// Whether they stand so already, as all do that no clock went wrong for; without copying any.
  private static func areParentsFirst(_ stored: [StoredMessage]) -> Bool {
    var seen = Set<MessageKey>(minimumCapacity: stored.count)
    var missing: Set<MessageKey> = []
    for message in stored {
      if let parent = message.parent, !seen.contains(parent) { missing.insert(parent) }
      guard seen.insert(message.key).inserted else { return false }
    }
    return seen.isDisjoint(with: missing)
  }

  private mutating func insert(_ stored: StoredMessage) {
    var message = Message(
      id: MessageID(messages.count),
      key: stored.key,
      role: stored.role,
      created: stored.created,
      parent: stored.parent.flatMap { idOfKey[$0] },
      isPruned: stored.isPruned,
      content: stored.content,
      attachments: stored.attachments,
      reply: stored.reply
    )
    message.votes = stored.votes
    if message.isReply, message.reply == nil { message.reply = .unknown }
    append(message)
  }

  private mutating func update(
    _ id: MessageID,
    from stored: StoredMessage,
    _ isAllKept: Bool
  ) -> Bool {
    let index = id.rawValue
    if !stored.votes.isEmpty || !messages[index].votes.isEmpty {
      return takeVotes(stored.votes, into: index, isAllKept: isAllKept)
    }
    guard let reply = messages[index].reply, reply.ending == nil, reply.request == .none,
      let new = stored.reply
    else { return false }
    guard new != reply || stored.content != messages[index].content else { return false }
    messages[index].content = stored.content
    messages[index].reply = new
    return true
  }

  /// Puts a message where it belongs; below itself, or below one that came later, it cannot go.
  private mutating func place(_ id: MessageID, under parent: MessageKey?, isPruned: Bool) -> Bool {
    let parent = parent.flatMap { idOfKey[$0] }
    let index = id.rawValue
    guard parent != messages[index].parent || isPruned != messages[index].isPruned else {
      return false
    }
    guard parent.map({ $0 < id }) ?? true else { return false }
    if parent != messages[index].parent { move(id, to: parent) }
    messages[index].isPruned = isPruned
    shape += 1
    return true
  }

  private func progress(of id: MessageID) -> TreeJournal.Progress {
    TreeJournal.Progress(
      content: self[id].content.utf8.count,
      reasoning: self[id].reply?.reasoning.utf8.count ?? 0,
      refusal: self[id].reply?.refusal.utf8.count ?? 0,
      marks: self[id].reply?.marks.count ?? 0
    )
  }

  private mutating func takeGrowth(of id: MessageID) -> ReplyGrowth {
    var growth = ReplyGrowth()
    let message = self[id]
    guard let reply = message.reply else { return growth }
    let known = journal.progress[id] ?? TreeJournal.Progress()
    growth.content = message.content.suffix(afterBytes: known.content)
    growth.reasoning = reply.reasoning.suffix(afterBytes: known.reasoning)
    growth.refusal = reply.refusal.suffix(afterBytes: known.refusal)
    growth.sent = reply.sent?.counted(from: reply.started)
    growth.marks = reply.marks[known.marks...].map { $0.counted(from: reply.started) }
    journal.progress[id] = progress(of: id)
    return growth
  }
}

extension Reply {
  /// A reply of which a file holds nothing but the words.
  fileprivate static var unknown: Reply {
    let endpoint = Endpoint(name: "", url: "")
    let preset = Preset(name: "", endpoint: endpoint, model: "")
    var reply = Reply(preset: preset, request: .none, started: MonotonicTime(nanoseconds: 0))
    reply.ending = .finished(reason: nil)
    return reply
  }
}

extension String {
  fileprivate func suffix(afterBytes count: Int) -> String {
    String(self[utf8.index(startIndex, offsetBy: count)...])
  }
}
