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
    queue.async { [core] in then(core.carryOut(request)) }
  }

  /// Carries a request out at once, for commands without a screen.
  package func now<Value>(_ request: ArchiveRequest<Value>) throws(ArchiveTrouble) -> Value {
    try queue.sync { core.carryOut(request) }.get()
  }

  /// Saves changes in one transaction, and before them what of earlier ones is still waiting.
  ///
  /// What is acknowledged outlives the machine's sudden end. After a failure everything is kept and tried again with
  /// the next call, even one without changes.
  package func save(
    _ changes: [ConversationChanges],
    then: @escaping @Sendable (Result<Saved, ArchiveTrouble>) -> Void
  ) {
    queue.async { [core] in then(core.save(changes)) }
  }

  /// As ``save(_:then:)``, at once.
  @discardableResult
  package func saveNow(_ changes: [ConversationChanges]) throws(ArchiveTrouble) -> Saved {
    try queue.sync { core.save(changes) }.get()
  }

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
    return queue.sync { core.close() }
  }

  private var openFile: Searcher.Opening {
    { [queue, core] in queue.sync { core.openForSearching() } }
  }
}
