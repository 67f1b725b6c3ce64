import Archive
import Conversation
import Synchronization
import Workbench

/// Keeps a conversation that has no screen: gives the archive what is new, and says when that fails.
struct ConversationKeeper {
  private let archive: Archive
  private var schedule = SavingSchedule()
  private var givenRecord: ConversationRecord?
  private var recordings = RecordingShelf()
  private let outcomes = Outcomes()
  private var hasSaidTrouble = false

  /// `given` is the record as the archive has it already; `nil` for a new conversation.
  init(_ archive: Archive, given: ConversationRecord? = nil) {
    self.archive = archive
    givenRecord = given
  }

  /// When what has streamed is to be saved; `nil` while nothing waits.
  var deadline: MonotonicTime? { schedule.deadline }

  /// Takes from what the streams brought what went over the wire, to be kept with the replies that end.
  mutating func take(_ events: [StreamEvent]) {
    for event in events {
      switch event.kind {
      case .wire(let log): recordings.take(log, of: event.request)
      case .ended: recordings.end(event.request, saving: .due)
      default: break
      }
    }
  }

  /// Saves behind what is new, as far as it is time for that.
  mutating func keep(_ tree: inout MessageTree, of record: ConversationRecord) {
    take(outcomes.take(), of: record, into: &tree)
    guard schedule.isDue(need(tree, record), at: .now()) else { return }
    let outcomes = outcomes
    archive.save([takeChanges(&tree, of: record)]) { outcomes.note($0) }
  }

  private mutating func take(
    _ results: [Result<Saved, ArchiveTrouble>],
    of record: ConversationRecord,
    into tree: inout MessageTree
  ) {
    for result in results {
      switch result {
      case .success(let saved):
        tree.rename(saved.renamed[record.id] ?? [:])
        if saved.unknown.contains(record.id) { giveAgain(&tree) }
      case .failure(let trouble):
        if !hasSaidTrouble { StandardError.write("weir: not saved: \(trouble.description)") }
        hasSaidTrouble = true
      }
    }
  }

  /// Another weir has removed the conversation; whoever goes on with it wants it kept, whole.
  private mutating func giveAgain(_ tree: inout MessageTree) {
    tree.forgetSaving()
    givenRecord = nil
    StandardError.write(
      "weir: another weir had deleted this conversation, or parts of it: it is kept again, whole"
    )
  }

  /// Saves what is left and waits for it.
  ///
  /// - Returns: The number that people type; `nil` where nothing was to be kept.
  mutating func finish(
    _ tree: inout MessageTree,
    of record: ConversationRecord
  ) throws(ArchiveTrouble) -> Int64? {
    guard tree.count > 0 else { return nil }
    defer { _ = archive.close() }
    take(outcomes.take(), of: record, into: &tree)
    let saved = try archive.saveNow([takeChanges(&tree, of: record)])
    guard saved.unknown.contains(record.id) else { return saved.numbers[record.id] }
    giveAgain(&tree)
    return try archive.saveNow([takeChanges(&tree, of: record)]).numbers[record.id]
  }

  /// As ``finish(_:of:)``, for whoever has its answer already: trouble is said on standard error.
  mutating func complete(_ tree: inout MessageTree, of record: ConversationRecord) {
    do throws(ArchiveTrouble) { _ = try finish(&tree, of: record) } catch {
      StandardError.write("weir: not saved: \(error.description)")
    }
  }

  private func need(_ tree: MessageTree, _ record: ConversationRecord) -> SavingNeed {
    if tree.hasUnsavedMessages || tree.count > 0 && record != givenRecord { return .now }
    return tree.hasUnsavedGrowth ? .soon : .none
  }

  private mutating func takeChanges(
    _ tree: inout MessageTree,
    of record: ConversationRecord
  ) -> ConversationChanges {
    var changes = ConversationChanges(id: record.id, moment: .now())
    if record != givenRecord { changes.record = record }
    givenRecord = record
    changes.isWhole = tree.isUnsavedWhole
    changes.messages = tree.takeChanges()
    recordings.addLogs(to: &changes, of: tree)
    return changes
  }
}

/// What became of saves, from the archive's queue to the thread that asked.
private final class Outcomes: Sendable {
  private let results = Mutex<[Result<Saved, ArchiveTrouble>]>([])

  func note(_ result: Result<Saved, ArchiveTrouble>) { results.withLock { $0.append(result) } }

  func take() -> [Result<Saved, ArchiveTrouble>] {
    results.withLock { results in
      defer { results = [] }
      return results
    }
  }
}
