import Conversation

extension WorkbenchState {
  /// Takes what the archive has to say.
  mutating func take(_ answer: HistoryAnswer) -> [Effect] {
    switch answer {
    case .opened(let stored, let request): return take(stored, for: request)
    case .notOpened(let reason, let request):
      if request == opening { opening = nil }
      status = StatusMessage(reason, role: .warning)
    case .saved(let numbers):
      if savingTrouble != nil { status = StatusMessage("saving again", role: .success) }
      savingTrouble = nil
      isLossKnown = false
      if let number = numbers[keeping.record.id] {
        keeping.number = number
        keeping.isDeletedElsewhere = false
      }
      if let id = shelf?.keeping.record.id, let number = numbers[id] {
        shelf?.keeping.number = number
      }
    case .renamed(let id, let renamed): takeRenamed(id, renamed)
    case .unknown(let ids): takeUnknown(ids)
    case .notSaved(let reason):
      if savingTrouble != reason { status = StatusMessage("not saved: \(reason)", role: .error) }
      savingTrouble = reason
    case .writtenElsewhere(let changed, let removed):
      return takeWritten(changed: changed, removed: removed)
    case .notReloaded(let id): return takeNotReloaded(id)
    case .changedElsewhere(let stored, let savesTaken):
      return merge(stored, savesTaken: savesTaken)
    case .listed(let page, let isLast, let query):
      return take(page, isLast: isLast, query: query)
    case .notListed(let reason, let query): takeListTrouble(reason, query: query)
    case .listChanged: return askForList(keepsPlace: true)
    case .found(let hits, let isLast, let query): return take(hits, isLast: isLast, query: query)
    case .notFound(let reason, let query): takeSearchTrouble(reason, query: query)
    case .votes(let votes, let query): take(votes, query: query)
    case .noVotes(let reason, let query): takeTallyTrouble(reason, query: query)
    case .speeds(let speeds, let query): take(speeds, query: query)
    case .prompts(let prompts): return take(prompts)
    case .noPrompts(let reason): status = StatusMessage(reason, role: .error)
    case .read(let stored, let path):
      return [.export(stored, leaf: stored.shownLeaf, path: path)]
    case .notRead(let reason): status = StatusMessage("not exported: \(reason)", role: .error)
    case .recording(let kept, let key): recordings.take(kept, of: key)
    case .noRecording(let reason, let key): recordings.takeFailure(reason, of: key)
    case .deleted(let id): editList { $0.remove(id) }
    case .notRevised(let reason, _), .notDeleted(let reason, _):
      status = StatusMessage(reason, role: .error)
      return askForList(keepsPlace: true)
    }
    return []
  }
}
