import Conversation
import Dispatch
import GRDB
import Synchronization

/// Searches on a queue and a connection of its own, so that saving never waits for it and stopping it stops
/// nothing else.
final class Searcher: Sendable {
  private struct State {
    /// Counts the searches; an older one is not to go on.
    var latest = 0
    var connection: DatabaseQueue?
  }

  typealias Opening = @Sendable () -> Result<DatabaseQueue, ArchiveTrouble>

  private let path: String
  private let queue = DispatchQueue(label: "weir.archive.search")
  private let state = Mutex(State())

  init(path: String) {
    self.path = path
  }

  func search(
    _ query: SearchQuery,
    opening: @escaping Opening,
    receive: @escaping @Sendable (SearchNews) -> Void
  ) {
    let number = stop()
    queue.async { [self] in run(query, number, opening, receive) }
  }

  func searchNow(
    _ query: SearchQuery,
    limit: Int,
    opening: @escaping Opening
  ) -> Result<[MessageHit], ArchiveTrouble> {
    queue.sync {
      Result { try connection(opening).read { try SearchReader(query).read($0, limit: limit) } }
        .mapError { ArchiveTrouble($0, path: path) }
    }
  }

  /// Stops the search that runs and those that wait; gives the number of the next one.
  @discardableResult
  func stop() -> Int {
    state.withLock { state in
      state.latest += 1
      // Only what runs at this moment is interrupted (sqlite3_interrupt): the next one comes later.
      state.connection?.interrupt()
      return state.latest
    }
  }

  private func run(
    _ query: SearchQuery,
    _ number: Int,
    _ opening: Opening,
    _ receive: (SearchNews) -> Void
  ) {
    guard isLatest(number) else { return }
    do {
      try connection(opening).read { db in
        try SearchReader(query).read(db) { hits in
          if isLatest(number) { receive(.hits(hits)) }
          return isLatest(number)
        }
      }
      if isLatest(number) { receive(.ended) }
    } catch {
      if isLatest(number) { receive(.failed(ArchiveTrouble(error, path: path))) }
    }
  }

  private func isLatest(_ number: Int) -> Bool { state.withLock { $0.latest == number } }

  private func connection(_ opening: Opening) throws -> DatabaseQueue {
    let connection = try opening().get()
    state.withLock { $0.connection = connection }
    return connection
  }
}
