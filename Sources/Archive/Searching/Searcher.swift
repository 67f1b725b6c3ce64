import Conversation
import Dispatch
import GRDB

/// Searches on a queue and a connection of its own, so that saving never waits for it and stopping it stops
/// nothing else.
final class Searcher: Sendable {
  typealias Opening = @Sendable () -> Result<DatabaseQueue, ArchiveTrouble>

  private let path: String
  private let queue = DispatchQueue(label: "weir.archive.search")
  private let questions = NewestQuestion()

  init(path: String) {
    self.path = path
  }

  func search(
    _ query: SearchQuery,
    opening: @escaping Opening,
    receive: @escaping @Sendable (SearchNews) -> Void
  ) {
    let number = questions.begin()
    queue.async { [self] in run(query, number, opening, receive) }
  }

  func searchNow(
    _ query: SearchQuery,
    limit: Int,
    opening: @escaping Opening
  ) -> Result<[MessageHit], ArchiveTrouble> {
    queue.sync {
      Result {
        try opening().get().read { try SearchReader(query).read($0, limit: limit) }
      }
      .mapError { ArchiveTrouble($0, path: path) }
    }
  }

  /// Stops the search that runs and those that wait.
  func stop() { questions.begin() }

  private func run(
    _ query: SearchQuery,
    _ number: Int,
    _ opening: Opening,
    _ receive: (SearchNews) -> Void
  ) {
    guard questions.isNewest(number) else { return }
    do {
      let end: Void? = try questions.read(for: number, with: opening().get()) { db in
        try SearchReader(query).read(db) { hits in
          let isWanted = questions.isNewest(number)
          if isWanted { receive(.hits(hits)) }
          return isWanted
        }
      }
      if end != nil { receive(.ended) }
    } catch {
      if questions.isNewest(number) { receive(.failed(ArchiveTrouble(error, path: path))) }
    }
  }
}
