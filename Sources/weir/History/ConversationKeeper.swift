import Archive
import Conversation
import Workbench

/// Keeps a conversation that has no screen: gives the archive what is new, and says when that fails.
struct ConversationKeeper {
  private let archive: Archive
  private var schedule = SavingSchedule()
  private var givenRecord: ConversationRecord?

  /// - Parameter given: The record as the archive has it already; `nil` for a new conversation.
  init(_ archive: Archive, given: ConversationRecord? = nil) {
    self.archive = archive
    givenRecord = given
  }

  /// When what has streamed is to be saved; `nil` while nothing waits.
  var deadline: MonotonicTime? { schedule.deadline }

  /// Saves behind what is new, as far as it is time for that.
  mutating func keep(_ tree: inout MessageTree, of record: ConversationRecord) {
    guard schedule.isDue(need(tree, record), at: .now()) else { return }
    archive.save([takeChanges(&tree, of: record)]) { _ in }
  }

  /// Saves what is left and waits for it.
  ///
  /// - Returns: The number that people type; `nil` where nothing was to be kept.
  mutating func finish(
    _ tree: inout MessageTree,
    of record: ConversationRecord
  ) throws(ArchiveTrouble) -> Int64? {
    guard tree.count > 0 else { return nil }
    defer { archive.close() }
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
    changes.messages = tree.takeChanges()
    return changes
  }
}
