import Conversation

// What other weirs do to the conversations that are in memory here.
extension WorkbenchState {
  /// Takes that other weirs have written.
  mutating func takeWritten(
    changed: Set<ConversationID>,
    removed: Set<ConversationID>
  ) -> [Effect] {
    let isRemoved = keeping.noteRemoved(removed)
    if isRemoved { sayThatItIsDeleted() }
    shelf?.keeping.noteRemoved(removed)
    let asked = changed.contains(keeping.record.id) ? reload() : []
    return asked + askForList(keepsPlace: true)
  }

  /// Says that the open conversation is nowhere but here.
  mutating func sayThatItIsDeleted() {
    status = StatusMessage(
      "another weir has deleted this conversation; going on with it keeps it again, whole",
      role: .warning
    )
  }

  /// Takes that changes were not kept, since what they build on is gone: they are given again, with all that was
  /// before them.
  mutating func takeUnknown(_ ids: Set<ConversationID>) {
    if ids.contains(keeping.record.id) {
      tree.forgetSaving()
      keeping.forgetSaving()
      status = StatusMessage(
        "kept again, whole: another weir had deleted this conversation, or parts of it",
        role: .warning
      )
    }
    guard var shelved = shelf, ids.contains(shelved.keeping.record.id) else { return }
    shelved.tree.forgetSaving()
    shelved.keeping.forgetSaving()
    // What was said there before it was left is not lost with it.
    if var changes = shelved.takeWhole(at: wallNow) {
      recordings.addLogs(to: &changes, of: shelved.tree)
      outbox.append(changes)
    }
    shelf = shelved
    status = StatusMessage(
      "kept again, whole: another weir had deleted the conversation before this one, or parts of it",
      role: .warning
    )
  }

  /// Takes over the keys that the archive gave to messages.
  mutating func takeRenamed(_ id: ConversationID, _ renamed: [MessageKey: MessageKey]) {
    if id == keeping.record.id {
      tree.rename(renamed)
    } else if id == shelf?.keeping.record.id {
      shelf?.tree.rename(renamed)
    }
  }

  /// Asks what others wrote into the open conversation; while that is asked already, for once more behind it.
  mutating func reload() -> [Effect] {
    guard keeping.reload == .none else {
      keeping.reload = .underWayAgain
      return []
    }
    keeping.reload = .underWay
    let question = HistoryRequest.reload(
      keeping.record.id,
      since: keeping.revision,
      savesTaken: savesTaken
    )
    return [.history(question)]
  }

  /// Takes what another weir did to the conversation that is open here.
  ///
  /// `savesTaken` is as it stood when this was asked for: where something was saved since then, what was read
  /// may be older than what is known here, and is asked for once more.
  mutating func merge(_ stored: StoredConversation, savesTaken: Int) -> [Effect] {
    guard let again = endReload(of: stored.record.id) else { return [] }
    guard savesTaken == self.savesTaken, savingNeed != .now else { return reload() }
    leavePast()
    let changed = tree.merge(stored.messages, isAllKept: savingTrouble == nil)
    for id in changed { recordings.forgetAnswer(tree[id].key) }
    keeping.revision = max(keeping.revision, stored.revision ?? 0)
    if keeping.record == keeping.givenRecord {
      keeping.record = stored.record
      keeping.givenRecord = stored.record
    }
    let effects = keepTipsReachable()
    for index in conversation.lanes.indices {
      conversation.lanes[index].text.takeChanges(of: changed, in: tree)
      guard let tip = conversation.lanes[index].tip, changed.contains(tip),
        let reply = tree[tip].reply, reply.request == .none
      else { continue }
      conversation.lanes[index].showFigures(of: reply)
    }
    return effects + (again ? reload() : [])
  }

  /// Takes that a question what others wrote has no answer.
  mutating func takeNotReloaded(_ id: ConversationID) -> [Effect] {
    endReload(of: id) == true ? reload() : []
  }

  /// Whether the open conversation is to be asked for once more; `nil` where the answer was for another.
  private mutating func endReload(of id: ConversationID) -> Bool? {
    guard id == keeping.record.id else {
      if id == shelf?.keeping.record.id { shelf?.keeping.reload = .none }
      return nil
    }
    defer { keeping.reload = .none }
    return keeping.reload == .underWayAgain
  }
}

extension ConversationKeeping {
  /// - Returns: Whether this conversation, which was kept, is among the removed ones.
  @discardableResult
  fileprivate mutating func noteRemoved(_ removed: Set<ConversationID>) -> Bool {
    guard removed.contains(record.id), number != nil else { return false }
    number = nil
    isDeletedElsewhere = true
    return true
  }

  /// Has everything given again.
  fileprivate mutating func forgetSaving() {
    givenRecord = nil
    givenView = nil
    isDeletedElsewhere = false
  }
}

extension ShelvedConversation {
  fileprivate mutating func takeWhole(at moment: WallTime) -> ConversationChanges? {
    guard !keeping.isOffTheRecord, tree.count > 0 else { return nil }
    var changes = ConversationChanges(id: keeping.record.id, moment: moment)
    changes.record = keeping.record
    changes.isWhole = tree.isUnsavedWhole
    changes.messages = tree.takeChanges()
    keeping.givenRecord = keeping.record
    return changes
  }
}
