extension MessageTree {
  /// Takes a message and all below it out of the conversation.
  package mutating func prune(_ id: MessageID) -> TreeChange {
    setPruned(true, of: id)
    return TreeChange(pruned: id, moved: [])
  }

  /// Takes one turn out, named by what the user said or by a reply to it: both go, a note goes alone.
  ///
  /// What was said after it moves up to where the turn stood.
  package mutating func removeTurn(of id: MessageID) -> TreeChange {
    let first = self[id].isReply ? self[id].parent ?? id : id
    let moved = messagesAfterTurn(first).map { message in
      TreeChange.Move(message: message, parent: self[message].parent)
    }
    for move in moved { reparent(move.message, to: self[first].parent) }
    setPruned(true, of: first)
    return TreeChange(pruned: first, moved: moved)
  }

  /// The messages that removing a turn would leave, and that move up in its place.
  ///
  /// Of a user message: what stands below its replies, and what else than replies stands below itself, such as notes.
  /// Of a note: all that stands below it. Never pruned ones; each comes with all below it, which is not listed.
  package func messagesAfterTurn(_ first: MessageID) -> [MessageID] {
    if self[first].isNote { return children(of: first) }
    return children(of: first).flatMap { child in
      self[child].isReply ? children(of: child) : [child]
    }
  }

  /// Puts back what a change took out.
  package mutating func undo(_ change: TreeChange) {
    setPruned(false, of: change.pruned)
    for move in change.moved { reparent(move.message, to: move.parent) }
  }

  /// Adds a reply in the user's own words beside another, with everything else as it was.
  @discardableResult
  package mutating func addEditedReply(
    _ content: String,
    inPlaceOf id: MessageID,
    at created: WallTime = WallTime(milliseconds: 0)
  ) -> MessageID {
    var reply = self[id].reply
    reply?.isEdited = true
    reply?.marks = []
    reply?.logProbs = []
    if reply?.ending == nil { reply?.ending = .cancelled }
    let new = add(.reply, content, under: self[id].parent, at: created)
    messages[new.rawValue].reply = reply
    return new
  }

  /// A new conversation with copies of the messages on the path to `leaf`, and of nothing beside it.
  ///
  /// The copies have keys of their own, of the moment `now`, and are all unsaved; when they were said stays. Replies
  /// are copied as they stand: one that streams here would never end there, so `leaf` must be above any.
  package func forked(at leaf: MessageID, seed: UInt64, now: WallTime) -> MessageTree {
    var fork = MessageTree(seed: seed)
    var parent: MessageID?
    for id in path(to: leaf) {
      let original = self[id]
      let copy = fork.add(
        original.role,
        original.content,
        under: parent,
        at: original.created,
        keyedAt: now
      )
      fork.messages[copy.rawValue].attachments = original.attachments
      fork.messages[copy.rawValue].reply = original.reply
      parent = copy
    }
    return fork
  }

  private mutating func setPruned(_ isPruned: Bool, of id: MessageID) {
    messages[id.rawValue].isPruned = isPruned
    shape += 1
    journal.notePlace(of: id)
  }

  private mutating func reparent(_ id: MessageID, to parent: MessageID?) {
    move(id, to: parent)
    journal.notePlace(of: id)
  }

  /// Puts a message below another, or among the first ones.
  mutating func move(_ id: MessageID, to parent: MessageID?) {
    if let old = self[id].parent {
      messages[old.rawValue].allChildren.removeAll { $0 == id }
    } else {
      allRoots.removeAll { $0 == id }
    }
    attach(id, to: parent)
  }
}
