import Conversation

extension WorkbenchState {
  /// Changes what is known of a conversation, wherever it is.
  mutating func revise(_ id: ConversationID, _ change: RecordChange) -> [Effect] {
    editList { $0.revise(id, change) }
    return editRecord(id) { $0.apply(change) } ? [] : [.history(.revise(id, change))]
  }

  /// Changes the record of a conversation in memory, to be saved with what else is new.
  ///
  /// - Returns: Whether it is there.
  @discardableResult
  mutating func editRecord(
    _ id: ConversationID,
    _ edit: (inout ConversationRecord) -> Void
  ) -> Bool {
    if id == keeping.record.id {
      edit(&keeping.record)
      return true
    }
    guard var shelved = shelf, shelved.keeping.record.id == id else { return false }
    edit(&shelved.keeping.record)
    if !shelved.keeping.isOffTheRecord, shelved.keeping.record != shelved.keeping.givenRecord {
      var changes = ConversationChanges(id: id, moment: wallNow)
      changes.record = shelved.keeping.record
      shelved.keeping.givenRecord = changes.record
      outbox.append(changes)
    }
    shelf = shelved
    return true
  }

  /// Asks for another title, in front of what is on screen.
  mutating func askForTitle(of record: ConversationRecord) {
    ask(LineDialog(.rename(record.id), text: record.title))
  }

  /// Asks for the tags, which stand in one line.
  mutating func askForTags(of record: ConversationRecord) {
    ask(LineDialog(.tags(record.id), text: record.tags.joined(separator: " ")))
  }

  /// Opens a dialog, before the list where that is open.
  mutating func ask(_ dialog: LineDialog) {
    if case .conversations(let list) = overlay { listBehind = list }
    overlay = .line(dialog)
  }

  mutating func pin(_ record: ConversationRecord) -> [Effect] {
    status = StatusMessage(record.isPinned ? "no longer pinned" : "pinned: on top of the list")
    return revise(record.id, .pinned(!record.isPinned))
  }

  mutating func archive(_ record: ConversationRecord) -> [Effect] {
    let list = keyMap.notation(for: .listConversations).map { "; \($0) lists it" } ?? ""
    status = StatusMessage(
      record.isArchived
        ? "back from the archived ones" : "archived\(list), where archived ones are shown"
    )
    return revise(record.id, .archived(!record.isArchived))
  }

  /// Takes away and adds tags: `-old new`.
  mutating func tag(_ words: String) -> [Effect] {
    var tags = keeping.record.tags
    for word in words.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
      let tag = ConversationRecord.tags(from: word.drop { $0 == "-" }).first
      tags.removeAll { $0 == tag }
      if let tag, !word.hasPrefix("-") { tags.append(tag) }
    }
    status = StatusMessage(
      tags.isEmpty ? "no tags" : "tags: " + tags.joined(separator: " "),
      role: .success
    )
    return revise(keeping.record.id, .tags(tags))
  }

  /// Deletes a conversation for good; in the place of the open one there is an empty one then.
  mutating func delete(_ doomed: ConversationRecord) -> [Effect] {
    var effects: [Effect] = []
    var isInMemoryOnly = false
    if doomed.id == keeping.record.id {
      isInMemoryOnly = keeping.isOffTheRecord
      if prompt.editing != nil { prompt.abandonEditing() }
      effects += stopAll() + stopJudge(because: "its conversation was deleted")
      beginEmptyConversation()
    } else if let shelved = shelf, shelved.keeping.record.id == doomed.id {
      isInMemoryOnly = shelved.keeping.isOffTheRecord
      shelf = nil
    }
    outbox.removeAll { $0.id == doomed.id }
    editList { $0.remove(doomed.id) }
    status = StatusMessage("deleted: \(doomed.title)")
    return isInMemoryOnly ? effects : effects + [.history(.delete(doomed.id))]
  }
}

extension ConversationRecord {
  /// Tags as they are typed: words, with or without `#`, each once.
  static func tags(from text: some StringProtocol) -> [String] {
    var tags: [String] = []
    for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
      let tag = String(word.drop { $0 == "#" }.prefix(64))
      if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
    }
    return tags
  }
}
