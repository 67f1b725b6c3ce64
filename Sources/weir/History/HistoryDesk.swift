import Archive
import Conversation
import Settings
import Workbench

/// What the workbench reaches the archive through: saves what is new, answers what it asks.
///
/// A class because it owns the archive; main thread only, answers come back through the mailbox. The archive's
/// file is opened with the first save or question, or before by ``prepare()``, so that a start does not wait for it.
@MainActor
final class HistoryDesk {
  let archive: Archive
  let mailbox: Mailbox
  private var schedule = SavingSchedule()
  private var retries = RetrySchedule()

  init(paths: SettingsPaths, mailbox: Mailbox) {
    archive = Archive(path: paths.archiveFile)
    self.mailbox = mailbox
  }

  /// Opens the file ahead of the first save; what hinders that is said when something is to be saved.
  func prepare() { archive.prepare() }

  /// When something is to be saved, or tried once more; `nil` while nothing waits.
  var savingDeadline: MonotonicTime? {
    [schedule.deadline, retries.deadline].compactMap(\.self).min()
  }

  func isSavingDue(_ need: SavingNeed, at now: MonotonicTime) -> Bool {
    schedule.isDue(need, at: now)
  }

  /// Tries once more to save what could not be saved, when its time has come.
  func retry(hasTrouble: Bool, at now: MonotonicTime) {
    if retries.isDue(hasTrouble: hasTrouble, at: now) { give([]) }
  }

  /// Saves changes behind; those that cannot be saved are kept by the archive and tried again with the next ones.
  func save(_ changes: [ConversationChanges]) {
    if !changes.isEmpty { give(changes) }
  }

  private func give(_ changes: [ConversationChanges]) {
    let mailbox = mailbox
    archive.save(changes) { result in
      switch result {
      case .success(let saved):
        for (id, keys) in saved.renamed { mailbox.post(.history(.renamed(id, keys))) }
        mailbox.post(.history(.saved(saved.numbers)))
        if !saved.unknown.isEmpty { mailbox.post(.history(.unknown(saved.unknown))) }
      case .failure(let trouble): mailbox.post(.history(.notSaved(reason: trouble.description)))
      }
    }
  }

  func ask(_ request: HistoryRequest) {
    switch request {
    case .open(let request): open(request)
    case .reload(let id, let revision, let savesTaken):
      reload(id, since: revision, savesTaken: savesTaken)
    case .list(let page, let query): list(page, query)
    case .revise(let id, let change): revise(id, change)
    case .delete(let id): delete(id)
    case .export(let id, let path): read(id, toExportTo: path)
    case .recording(let key): readRecording(of: key)
    case .search(let text, let query): search(text, query)
    case .stopSearching: archive.stopSearch()
    case .listVotes(let query): listVotes(query)
    case .readSpeeds(let preset, let model, let limit, let query):
      readSpeeds(.speeds(of: preset, model: model, limit: limit), query)
    case .listPrompts: listPrompts()
    case .savePrompt(let prompt): changePrompts(.keep(prompt))
    case .removePrompt(let name): changePrompts(.forgetPrompt(named: name))
    }
  }

  /// For the main loop's `poll`: readable once the archive's file was written to.
  var watchDescriptor: Int32 { archive.watchDescriptor }

  /// Looks what other weirs have written.
  func lookElsewhere() {
    guard archive.drainWatch() else { return }
    let mailbox = mailbox
    archive.lookElsewhere { result in
      // Trouble is said where something is asked for or saved.
      guard case .success(let changes) = result, !changes.isEmpty else { return }
      let (changed, removed) = (changes.changed, changes.removed)
      mailbox.post(.history(.writtenElsewhere(changed: changed, removed: removed)))
    }
  }

  private func reload(_ id: ConversationID, since revision: Int64, savesTaken: Int) {
    let mailbox = mailbox
    archive.perform(.load(id, since: revision)) { result in
      if case .success(let stored?) = result {
        mailbox.post(.history(.changedElsewhere(stored, savesTaken: savesTaken)))
      } else {
        mailbox.post(.history(.notReloaded(id)))
      }
    }
  }

  private func revise(_ id: ConversationID, _ change: RecordChange) {
    let mailbox = mailbox
    archive.perform(.edit(id, change)) { result in
      switch result {
      case .success(true): mailbox.post(.history(.listChanged))
      case .success(false): mailbox.post(.history(.notRevised(reason: Self.isGone, id)))
      case .failure(let trouble):
        mailbox.post(.history(.notRevised(reason: trouble.description, id)))
      }
    }
  }

  private func delete(_ id: ConversationID) {
    let mailbox = mailbox
    archive.perform(.remove([id])) { result in
      switch result {
      case .success: mailbox.post(.history(.deleted(id)))
      case .failure(let trouble):
        mailbox.post(.history(.notDeleted(reason: trouble.description, id)))
      }
    }
  }

  private func read(_ id: ConversationID, toExportTo path: String) {
    let mailbox = mailbox
    archive.perform(.load(id)) { result in
      switch result {
      case .success(let stored?): mailbox.post(.history(.read(stored, path: path)))
      case .success(nil): mailbox.post(.history(.notRead(reason: Self.isGone)))
      case .failure(let trouble):
        mailbox.post(.history(.notRead(reason: trouble.description)))
      }
    }
  }

  private nonisolated static var isGone: String { "this conversation is not there any more" }

  private func list(_ page: ConversationListPage, _ query: QueryNumber) {
    let mailbox = mailbox
    archive.list(page.filter, after: page.after, limit: page.limit) { result in
      switch result {
      case .success(let rows):
        let isLast = rows.count < page.limit
        mailbox.post(.history(.listed(rows, isLast: isLast, query: query)))
      case .failure(let trouble):
        mailbox.post(.history(.notListed(reason: trouble.description, query: query)))
      }
    }
  }

  private func listVotes(_ query: QueryNumber) {
    let mailbox = mailbox
    archive.perform(.votes()) { result in
      switch result {
      case .success(let votes): mailbox.post(.history(.votes(votes, query: query)))
      case .failure(let trouble):
        mailbox.post(.history(.noVotes(reason: trouble.description, query: query)))
      }
    }
  }

  private func readSpeeds(_ request: ArchiveRequest<[ReplySpeed]>, _ query: QueryNumber) {
    let mailbox = mailbox
    archive.perform(request) { result in
      mailbox.post(.history(.speeds(try? result.get(), query: query)))
    }
  }

  private func open(_ request: ConversationRequest) {
    let mailbox = mailbox
    archive.perform(request.query) { result in
      switch result {
      case .success(let stored?): mailbox.post(.history(.opened(stored, for: request)))
      case .success(nil):
        mailbox.post(.history(.notOpened(reason: request.absence, request)))
      case .failure(let trouble):
        mailbox.post(.history(.notOpened(reason: trouble.description, request)))
      }
    }
  }

  /// Waits until everything asked so far is answered.
  func waitForAnswers() { archive.waitForAnswers() }

  /// Waits until everything given so far is saved, or has failed to be, and closes the file.
  ///
  /// - Returns: Why something could not be saved.
  func shutdown() -> ArchiveTrouble? { archive.close() }
}
