import GRDB

/// One transaction that writes: its connection, and the revision that it gives to what it changes.
struct WriteTurn {
  let db: Database
  let revision: Int64
  let writer: ProcessMark
  /// How many bytes of recordings are kept, compressed; 0 for none.
  let mostRawBytes: Int

  init(_ db: Database, by writer: ProcessMark, keepingRaw mostRawBytes: Int) throws {
    self.db = db
    self.writer = writer
    self.mostRawBytes = mostRawBytes
    let tick = try db.cachedStatement(
      sql: "UPDATE clock SET revision = revision + 1 RETURNING revision"
    )
    revision = try Int64.fetchOne(tick) ?? 0
  }

  /// Carries out one statement, which SQLite keeps prepared.
  func run(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?] = []) throws {
    try db.cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
  }
}
