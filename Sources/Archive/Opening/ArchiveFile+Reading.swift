import GRDB
import Glibc

extension ArchiveFile {
  /// Opens the file for nothing but reading; the directory may be one that nothing can be written into.
  func openForReading() throws -> DatabaseQueue {
    do {
      return try open(path)
    } catch let error as DatabaseError {
      // Without its neighbours SQLite reads such a file only where it is told that no one writes it.
      guard Self.isForWantOfNeighbours(error), !hasLog else { throw error }
      return try open(immutableAddress)
    }
  }

  /// Opens and reads the whole schema, so that damage in it is seen before anything is written.
  private func open(_ path: String) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(path: path, configuration: Self.configuration(isReadOnly: true))
    do {
      try queue.read { _ = try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
      return queue
    } catch {
      retired.retire(queue)
      throw error
    }
  }

  private static func isForWantOfNeighbours(_ error: DatabaseError) -> Bool {
    [.SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_FULL, .SQLITE_IOERR].contains(error.resultCode)
  }

  /// Whether there is a log with something in it that the file has not.
  private var hasLog: Bool {
    var status = stat()
    return stat(path + "-wal", &status) == 0 && status.st_size > 0
  }

  /// The path as SQLite's URIs have it (sqlite.org/uri.html), of a file that no one writes.
  var immutableAddress: String {
    let digits = Array("0123456789ABCDEF")
    let escaped = path.utf8.map { byte -> String in
      let isPlain = byte >= 0x80 || byte > 0x20 && !"?#%".utf8.contains(byte)
      let text = String(decoding: [byte], as: UTF8.self)
      return isPlain && byte < 0x80 ? text : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }
    return "file:\(escaped.joined())?immutable=1"
  }
}
