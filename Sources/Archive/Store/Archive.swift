import Conversation
import Dispatch
import GRDB

/// The conversations of this user in one SQLite file, which several weirs may use at once.
///
/// Opens when it is first asked for something. Everything happens on one serial queue, where completions run
/// too; searches have their own. What cannot be saved is kept in memory, in order, and tried again with the next
/// save; a file that cannot be used is never changed, moved or made anew.
package final class Archive: Sendable {
  package let path: String
  private let queue = DispatchQueue(label: "weir.archive")
  private let core: ArchiveCore
  private let searcher: Searcher
  private let lists = NewestQuestion()

  package init(path: String) {
    self.path = path
    core = ArchiveCore(path: path)
    searcher = Searcher(path: path)
  }

  /// Carries a request out later; the completion runs on the archive's queue.
  package func perform<Value>(
    _ request: ArchiveRequest<Value>,
    then: @escaping @Sendable (Result<Value, ArchiveTrouble>) -> Void
  ) {
    inTurn { core in then(core.carryOut(request)) }
  }

  /// Lists conversations, as ``ArchiveRequest/list(_:after:limit:)`` does, in the place of any list asked for before:
  /// one that is not there yet is given up, and says nothing any more.
  package func list(
    _ filter: ConversationFilter,
    after last: ConversationSummary?,
    limit: Int,
    then: @escaping @Sendable (Result<[ConversationSummary], ArchiveTrouble>) -> Void
  ) {
    let number = lists.begin()
    let lists = lists
    inTurn { core in
      guard lists.isNewest(number) else { return }
      let reader = SummaryReader(filter: filter, last: last, limit: limit)
      let rows = core.carryOut(.answering(number, of: lists) { try reader.read($0) })
      switch rows {
      case .success(let rows?): then(.success(rows))
      case .success(nil): break
      case .failure(let trouble): then(.failure(trouble))
      }
    }
  }

  /// Carries a request out at once, for commands without a screen.
  ///
  /// What it removes is gone from the file when it returns, unless another program reads that just then.
  package func now<Value>(_ request: ArchiveRequest<Value>) throws(ArchiveTrouble) -> Value {
    try queue.sync {
      defer { while core.erase() == .more {} }
      return core.carryOut(request)
    }
    .get()
  }

  /// Opens the file for writing ahead of the first save; trouble is for whoever asks for something.
  package func prepare() { queue.async { [core] in core.prepare() } }

  /// Keeps no more than so many bytes of recordings, compressed, from the next recording on; 256 MiB until this is said.
  package func keepRawBytes(atMost count: Int) {
    queue.async { [core] in core.mostRawBytes = count }
  }

  /// Saves changes in one transaction, and before them what of earlier ones is still waiting.
  ///
  /// What is acknowledged outlives the machine's sudden end. After a failure everything is kept and tried again with
  /// the next call, even one without changes.
  package func save(
    _ changes: [ConversationChanges],
    then: @escaping @Sendable (Result<Saved, ArchiveTrouble>) -> Void
  ) {
    inTurn { core in then(core.save(changes)) }
  }

  /// As ``save(_:then:)``, at once.
  @discardableResult
  package func saveNow(_ changes: [ConversationChanges]) throws(ArchiveTrouble) -> Saved {
    try queue.sync { core.save(changes) }.get()
  }

  /// Waits until everything asked so far is answered; searches are left out.
  package func waitForAnswers() { queue.sync {} }

  /// Looks for a text in all messages, the newest first; see ``SearchQuery`` for what it may hold.
  ///
  /// Stops an earlier search at once, which then says nothing more. `receive` runs on the search's queue.
  package func search(_ text: String, receive: @escaping @Sendable (SearchNews) -> Void) {
    searcher.search(SearchQuery(text), opening: openFile, receive: receive)
  }

  /// The newest messages that a text is found in, at once.
  package func searchNow(_ text: String, limit: Int) throws(ArchiveTrouble) -> [MessageHit] {
    try searcher.searchNow(SearchQuery(text), limit: limit, opening: openFile).get()
  }

  /// Stops a search that runs.
  package func stopSearch() { searcher.stop() }

  /// For the main loop: readable once another weir, or this one, has written; -1 where there is no such thing.
  package var watchDescriptor: Int32 { core.watch.descriptor }

  /// Empties the descriptor; whether something was written, so that ``lookElsewhere(then:)`` is worth it.
  package func drainWatch() -> Bool { core.watch.drain() }

  /// Finds what other weirs have changed since this was last asked.
  package func lookElsewhere(
    then: @escaping @Sendable (Result<ChangesElsewhere, ArchiveTrouble>) -> Void
  ) {
    queue.async { [core] in then(core.lookElsewhere()) }
  }

  /// As ``lookElsewhere(then:)``, at once.
  package func lookElsewhereNow() throws(ArchiveTrouble) -> ChangesElsewhere {
    try queue.sync { core.lookElsewhere() }.get()
  }

  /// Closes the file, once everything given so far was saved, or tried once more; a further request opens it again.
  ///
  /// - Returns: Why some of it is not saved.
  @discardableResult
  package func close() -> ArchiveTrouble? {
    searcher.stop()
    lists.begin()
    return queue.sync {
      for _ in 0..<Self.mostStepsOfClosing where core.erase() == .more {}
      return core.close()
    }
  }

  /// Steps of erasing that whoever leaves waits for; the rest is for the next write.
  private static let mostStepsOfClosing = 16

  /// Does something on the archive's queue, and behind it a step of erasing, where one is due.
  private func inTurn(_ body: @escaping @Sendable (ArchiveCore) -> Void) {
    queue.async { [self] in
      body(core)
      eraseBehind()
    }
  }

  /// Erases what was removed a step at a time, each behind what was asked for meanwhile.
  private func eraseBehind() {
    guard core.beginsErasing() else { return }
    queue.async { [self] in
      if core.erase() == .more { eraseBehind() }
    }
  }

  private var openFile: Searcher.Opening {
    { [queue, core] in queue.sync { core.openForSearching() } }
  }
}
