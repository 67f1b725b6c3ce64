import GRDB
import Synchronization

/// Questions of one kind, of which only the newest is worth an answer: a further one stops what is read for those before.
final class NewestQuestion: Sendable {
  private struct State {
    /// Counts the questions.
    var latest = 0
    /// What reads for one at this moment, and for nothing else.
    var reading: (any DatabaseReader)?
  }

  private let state = Mutex(State())

  /// Makes all questions before old ones; gives the number of the next.
  @discardableResult
  func begin() -> Int {
    state.withLock { state in
      state.latest += 1
      // Only what runs at this moment is interrupted (sqlite3_interrupt): what follows looks for itself.
      state.reading?.interrupt()
      return state.latest
    }
  }

  func isNewest(_ number: Int) -> Bool { state.withLock { $0.latest == number } }

  /// Reads for a question; `nil` where another has come.
  func read<Value>(
    for number: Int,
    with reader: any DatabaseReader,
    _ body: (Database) throws -> Value
  ) throws -> Value? {
    defer { state.withLock { $0.reading = nil } }
    return try reader.read { db in
      state.withLock { $0.reading = reader }
      // A question that came before this line interrupted nothing.
      guard isNewest(number) else { return nil }
      do {
        let value = try body(db)
        return isNewest(number) ? value : nil
      } catch {
        if isNewest(number) { throw error }
        return nil
      }
    }
  }
}
