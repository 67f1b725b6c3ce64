import Conversation

/// When the archive is to be told what has changed.
package enum SavingNeed: Sendable, Hashable {
  case none
  /// Streams have brought something, which may wait a moment and come in one go with what follows.
  case soon
  /// Something was said, has ended or was changed by hand.
  case now
}

extension WorkbenchState {
  package var savingNeed: SavingNeed {
    if !outbox.isEmpty { return .now }
    guard !keeping.isOffTheRecord, tree.count > 0 else { return .none }
    if tree.hasUnsavedMessages || keeping.record != keeping.givenRecord { return .now }
    return tree.hasUnsavedGrowth ? .soon : .none
  }

  /// Takes what the archive does not have yet, oldest first; whoever takes it sees to it that it is saved.
  ///
  /// `isLeaving` says that the program ends, so that the place in view is worth a write of its own.
  package mutating func takeUnsaved(isLeaving: Bool = false) -> [ConversationChanges] {
    noteUnsaved(isLeaving: isLeaving)
    if !outbox.isEmpty { savesTaken += 1 }
    defer { outbox = [] }
    return outbox
  }

  /// Puts what has changed in the open conversation behind what waits for the archive.
  mutating func noteUnsaved(isLeaving: Bool = false) {
    guard !keeping.isOffTheRecord, tree.count > 0 else { return }
    var changes = ConversationChanges(id: keeping.record.id, moment: wallNow)
    if keeping.record != keeping.givenRecord {
      changes.record = keeping.record
      keeping.givenRecord = keeping.record
    }
    changes.isWhole = tree.isUnsavedWhole
    let isWorthTheView = isLeaving || tree.hasUnsavedMessages
    changes.messages = tree.takeChanges()
    recordings.addLogs(to: &changes, of: tree)
    if isWorthTheView {
      let view = viewText
      if view != keeping.givenView {
        changes.view = view
        keeping.givenView = view
      }
    }
    if !changes.isEmpty { outbox.append(changes) }
  }

  /// Notes that something was said, which gives a new conversation its title.
  mutating func noteSaid(_ text: String) {
    isLossKnown = false
    guard keeping.record.title.isEmpty else { return }
    keeping.record.setTitle(ConversationRecord.title(from: text), from: .firstMessage)
  }
}
