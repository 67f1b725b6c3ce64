import GRDB
import Testing

@testable import Archive

@Suite struct ConnectionsTests {
  private let directory = TemporaryDirectory()

  @Test func aStoppedSearchStopsNothingElse() throws {
    let connections = try Connections(ArchiveFile(path: directory.path + "/weir.sqlite"))
    defer { connections.close() }
    let numbers = try connections.reader.read { db in
      let cursor = try Int.fetchCursor(
        db,
        sql:
          "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 3) SELECT i FROM n"
      )
      var numbers: [Int] = []
      while let number = try cursor.next() {
        numbers.append(number)
        connections.searcher.interrupt()
      }
      return numbers
    }
    #expect(numbers == [1, 2, 3])
  }

  @Test("takes a path for a path", arguments: ["file:x", ":memory:", "a/b"])
  func copiesIntoThePath(path: String) {
    #expect(BackupFile(path: path).plainPath == "./" + path)
    #expect(BackupFile(path: "/" + path).plainPath == "/" + path)
  }
}
