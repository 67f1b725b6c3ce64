import GRDB

/// Takes what was removed out of the search's index and out of the log, in steps that each hold the lock shortly.
///
/// How far that has come stands in the file (`clock.erasing`), so that another weir, or the next run, goes on with it.
enum Erasure {
  /// What is to be done next.
  enum Stage: Int {
    case nothing
    /// The index still has parts that hold words of what was removed.
    case beginMerging
    case goOnMerging
    /// The index is clean; the log may still hold pages of what was removed.
    case emptyLog
  }

  /// What a step has come to.
  enum Outcome {
    case done
    /// The next step can follow at once.
    case more
    /// Another program reads: the same step is to be tried later.
    case hindered
  }

  /// Pages of the index that one step writes, about; `optimize` writes all of them in one transaction.
  static let pagesOfAStep = 256

  static func begin(in turn: WriteTurn) throws {
    try turn.run("UPDATE clock SET erasing = ?", [Stage.beginMerging.rawValue])
  }

  static func stage(_ db: Database) throws -> Stage {
    let number = try Int.fetchOne(db, sql: "SELECT erasing FROM clock") ?? 0
    return Stage(rawValue: number) ?? .nothing
  }

  /// Does the next step, in a transaction of its own.
  static func step(_ pool: DatabasePool) throws -> Outcome {
    let stage = try pool.write { db in
      let due = try Self.stage(db)
      switch due {
      case .nothing, .emptyLog: break
      case .beginMerging:
        // A negative count has all parts merge into one (sqlite.org/fts5.html, the "merge" command).
        try merge(-pagesOfAStep, db)
        try set(.goOnMerging, db)
      case .goOnMerging:
        let before = db.totalChangesCount
        try merge(pagesOfAStep, db)
        // Fewer than two changes say that there was nothing to merge.
        if db.totalChangesCount - before < 2 { try set(.emptyLog, db) }
      }
      return due
    }
    switch stage {
    case .nothing: return .done
    case .beginMerging, .goOnMerging: return .more
    case .emptyLog:
      guard try emptyLog(pool) else { return .hindered }
      try pool.write { try set(.nothing, $0) }
      return .done
    }
  }

  /// Empties the log, if no other program reads at this moment; nobody waits for that.
  private static func emptyLog(_ pool: DatabasePool) throws -> Bool {
    try pool.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA busy_timeout = 0")
      defer { try? db.execute(sql: "PRAGMA busy_timeout = 5000") }
      do {
        _ = try db.checkpoint(.truncate)
        return true
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
        return false
      }
    }
  }

  private static func merge(_ pages: Int, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO message_fts (message_fts, rank) VALUES ('merge', ?)",
      arguments: [pages]
    )
  }

  private static func set(_ stage: Stage, _ db: Database) throws {
    try db.execute(sql: "UPDATE clock SET erasing = ?", arguments: [stage.rawValue])
  }
}
