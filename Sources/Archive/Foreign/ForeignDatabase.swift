import GRDB

/// A database of another program's, which is only read: nothing is written to it or beside it.
///
/// The other program may use it meanwhile; each call reads one state of it and then lets go, so that no one waits
/// long. One thread uses it.
package struct ForeignDatabase {
  package let path: String
  private let queue: DatabaseQueue
  private let file: ForeignFile
  /// The file as it was opened, where it is read as one that no program writes.
  private let stamp: ForeignFile.Stamp?

  /// Opens the file; a program that writes is waited for as long as is said.
  package init(path: String, patienceSeconds: Double = 5) throws(ForeignTrouble) {
    self.path = path
    file = ForeignFile(path: path)
    let way = try file.way()
    stamp = way == .still ? file.stamp : nil
    switch way {
    case .shared: queue = try Self.open(path, for: path, patienceSeconds)
    case .still:
      queue = try Self.open(ArchiveFile(path: path).immutableAddress, for: path, patienceSeconds)
    case .copied:
      let copy = try file.copy()
      defer { ForeignFile.removeCopy(copy) }
      queue = try Self.open(copy, for: path, patienceSeconds)
    }
  }

  /// The columns of a table; none where there is no such table.
  package func columns(of table: String) throws(ForeignTrouble) -> Set<String> {
    let sql = "SELECT name FROM pragma_table_info(?)"
    return Set(try rows(sql, .text(table)).compactMap { $0.text("name") })
  }

  /// All rows that a query finds.
  package func rows(
    _ sql: String,
    _ arguments: ForeignValue...
  ) throws(ForeignTrouble) -> [ForeignRow] {
    var rows: [ForeignRow] = []
    try forEachRow(sql, arguments) { rows.append($0) }
    return rows
  }

  /// Calls for each row that a query finds, with one of them in memory at a time; the body must not ask again.
  package func forEachRow(
    _ sql: String,
    _ arguments: [ForeignValue] = [],
    _ body: (ForeignRow) -> Void
  ) throws(ForeignTrouble) {
    do {
      try queue.read { db in
        let statement = try db.cachedStatement(sql: sql)
        let arguments = StatementArguments(arguments.map(\.bound))
        let cursor = try Row.fetchCursor(statement, arguments: arguments)
        while let row = try cursor.next() { body(ForeignRow(row)) }
      }
    } catch {
      throw ForeignTrouble(error, path: path)
    }
    if let stamp, stamp != file.stamp { throw ForeignTrouble(.changed, path: path) }
  }

  /// Opens and reads the schema, so that all files are open and what is no database is found out.
  private static func open(
    _ address: String,
    for path: String,
    _ patienceSeconds: Double
  ) throws(ForeignTrouble) -> DatabaseQueue {
    do {
      var configuration = ArchiveFile.configuration(isReadOnly: true)
      configuration.busyMode = .timeout(patienceSeconds)
      let queue = try DatabaseQueue(path: address, configuration: configuration)
      try queue.read { _ = try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
      return queue
    } catch {
      throw ForeignTrouble(error, path: path)
    }
  }
}
