import Conversation
import GRDB

/// Finds what others have written since it last looked: every transaction that writes counts the archive's
/// clock up and marks what it changes with it.
struct Elsewhere {
  /// The clock as it stood when everything was known.
  private var known: Int64?
  private(set) var changes = ChangesElsewhere()

  /// Looks for what is new; the first look only reads the clock.
  mutating func look(_ db: Database) throws {
    let now = try Int64.fetchOne(db.cachedStatement(sql: "SELECT revision FROM clock")) ?? 0
    defer { known = now }
    if let known, now != known {
      let changed = try ids("SELECT id FROM conversation WHERE revision > ?", known, db)
      let removed = try ids("SELECT id FROM removed WHERE revision > ?", known, db)
      changes.changed = changes.changed.union(changed).subtracting(removed)
      changes.removed = changes.removed.union(removed).subtracting(changed)
    }
    // This program may have brought it back since.
    changes.removed = try changes.removed.filter { try isRemoved($0, db) }
  }

  /// Counts our own transaction as known.
  mutating func pass(_ revision: Int64) { known = revision }

  mutating func take() -> ChangesElsewhere {
    defer { changes = ChangesElsewhere() }
    return changes
  }

  private func isRemoved(_ id: ConversationID, _ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM removed WHERE id = ?")
    return try Int.fetchOne(statement, arguments: [id.text]) != nil
  }

  private func ids(_ sql: String, _ known: Int64, _ db: Database) throws -> Set<ConversationID> {
    let texts = try String.fetchSet(db.cachedStatement(sql: sql), arguments: [known])
    return Set(texts.compactMap { ConversationID($0) })
  }
}
