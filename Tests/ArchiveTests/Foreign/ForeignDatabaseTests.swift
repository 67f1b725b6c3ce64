import GRDB
import Glibc
import Testing

@testable import Archive

/// Databases of other programs are read as they are, and nothing is written to them or beside them.
@Suite struct ForeignDatabaseTests {
  private let directory = TemporaryDirectory()
  private var path: String { directory.path + "/a 100%?.db" }

  /// A connection as the other program has it, with a table of one text.
  private func write(log: Bool = false, _ words: String = "one") throws -> DatabaseQueue {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      if log { try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0") }
      try db.execute(sql: "CREATE TABLE t (words TEXT); INSERT INTO t VALUES ('\(words)')")
    }
    return queue
  }

  private func words(_ database: ForeignDatabase) throws -> [String] {
    try database.rows("SELECT words FROM t ORDER BY rowid").compactMap { $0.text("words") }
  }

  @Test func readsValuesOfAnyType() throws {
    try write().close()
    let database = try ForeignDatabase(path: path)
    let sql = "SELECT NULL AS a, 7 AS b, 1.5 AS c, 'x' AS d, x'FF00' AS e, ? AS f"
    let row = try #require(try database.rows(sql, .text("bound")).first)
    #expect(
      ["a", "b", "c", "d", "e", "f", "g"].map { row[$0] } == [
        .null, .integer(7), .real(1.5), .text("x"), .blob([0xFF, 0]), .text("bound"), .null,
      ]
    )
    #expect(["a", "b", "c", "d", "e"].map(row.text) == [nil, "7", "1.5", "x", "\u{FFFD}\0"])
    #expect(["a", "b", "c", "d", "e"].map(row.integer) == [nil, 7, 2, nil, nil])
    #expect(["a", "b", "d", "e"].map(row.bytes) == [nil, nil, [0x78], [0xFF, 0]])
    #expect(try database.columns(of: "t") == ["words"])
    #expect(try database.columns(of: "no such table") == [])
  }

  @Test("leaves a file that no program has open alone, and its folder", arguments: [false, true])
  func leavesNothingBehind(log: Bool) throws {
    try write(log: log).close()
    let names = File.names(in: directory.path)
    let before = File(path).bytes
    let database = try ForeignDatabase(path: path)
    #expect(try words(database) == ["one"])
    #expect(File.names(in: directory.path) == names)
    #expect(File(path).bytes == before)
    #expect(names == ["a 100%?.db"])
  }

  @Test("reads while another program writes", arguments: [false, true])
  func readsBesideAnotherProgram(log: Bool) throws {
    let writer = try write(log: log)
    let names = File.names(in: directory.path)
    let database = try ForeignDatabase(path: path)
    #expect(try words(database) == ["one"])
    try writer.write { try $0.execute(sql: "INSERT INTO t VALUES ('two')") }
    #expect(try words(database) == ["one", "two"])
    #expect(File.names(in: directory.path) == names)
    try writer.close()
    #expect(try words(database) == ["one", "two"])
  }

  @Test func readsALogThatItsProgramLeftBehind() throws {
    let writer = try write(log: true)
    let copy = directory.path + "/copy"
    mkdir(copy, 0o700)
    for suffix in ["", "-wal"] { File(copy + "/db" + suffix).write(File(path + suffix).bytes) }
    try writer.close()
    let log = File(copy + "/db-wal").bytes
    #expect(!log.isEmpty)
    let database = try ForeignDatabase(path: copy + "/db")
    #expect(try words(database) == ["one"])
    #expect(File.names(in: copy) == ["db", "db-wal"])
    #expect(File(copy + "/db-wal").bytes == log)
  }

  @Test func saysThatAFileChangedUnderIt() throws {
    try write(log: true).close()
    let database = try ForeignDatabase(path: path)
    #expect(try words(database) == ["one"])
    let writer = try DatabaseQueue(path: path)
    try writer.write { try $0.execute(sql: "INSERT INTO t VALUES ('two')") }
    #expect(throws: ForeignTrouble(.changed, path: path)) { try words(database) }
    try writer.close()
  }

  @Test(
    "says what is no database",
    arguments: [
      "", "no database", "SQLite format 3\u{0}", "SQLite format 3\u{0}\u{1}\u{1}\u{1}\u{1}x",
    ]
  )
  func refuses(content: String) throws {
    File(path).write(Array(content.utf8))
    #expect(throws: ForeignTrouble(.notADatabase, path: path)) { try ForeignDatabase(path: path) }
    #expect(File.names(in: directory.path) == ["a 100%?.db"])
  }

  @Test func saysThatThereIsNoFile() {
    let trouble = ForeignTrouble(.cannotOpen("No such file or directory"), path: path)
    #expect(throws: trouble) { try ForeignDatabase(path: path) }
    #expect(trouble.description == "\(path) cannot be opened: No such file or directory")
  }

  @Test func saysThatAFileIsDamaged() throws {
    try write(String(repeating: "long ", count: 10_000)).close()
    var bytes = File(path).bytes
    bytes.replaceSubrange(4_096..<4_200, with: repeatElement(0xAA, count: 104))
    File(path).write(bytes)
    let database = try ForeignDatabase(path: path)
    #expect(throws: ForeignTrouble(.damaged, path: path)) { try words(database) }
  }

  @Test func saysThatAnotherProgramKeepsTheFile() throws {
    let writer = try write()
    let database = try ForeignDatabase(path: path, patienceSeconds: 0)
    try writer.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN EXCLUSIVE")
      #expect(throws: ForeignTrouble(.locked, path: path)) { try words(database) }
      try db.execute(sql: "ROLLBACK")
    }
    #expect(try words(database) == ["one"])
  }
}
