import GRDB

/// The open file of an archive: one connection for searches, one to read with, and, from the first write on, a pool.
///
/// A `DatabasePool` writes into the file when it opens it (a table made and dropped, so that there is a log), which
/// may be a file that is not to be touched; so the file is opened for reading, and looked at, before that.
struct Connections {
  /// A connection that only reads, so that saving and searching do not wait for each other.
  let searcher: DatabaseQueue
  let identity: ArchiveFile.Identity?
  private(set) var pool: DatabasePool?
  /// Until there is a pool; not the one of searches, which are interrupted.
  private let queue: DatabaseQueue
  private let file: ArchiveFile

  /// Opens the file for reading; it is made where there is none.
  init(_ file: ArchiveFile) throws {
    self.file = file
    try file.createIfMissing()
    searcher = try file.openChecked()
    do {
      queue = try file.openForReading()
    } catch {
      file.retired.retire(searcher)
      throw error
    }
    identity = file.identity
  }

  /// What the archive's own queue reads with.
  var reader: any DatabaseReader { pool ?? queue }

  /// Opens the file for writing, if it is not yet.
  mutating func openForWriting() throws -> DatabasePool {
    if let pool { return pool }
    let new = try file.openForWriting()
    pool = new
    return new
  }

  /// Brings the log into the file and empties it, where no one else reads at the moment.
  func emptyLog() throws {
    _ = try pool?.writeWithoutTransaction { try $0.checkpoint(.truncate) }
  }

  /// Closes the file, with what the log holds brought into it where no one else is at it.
  func close() {
    searcher.interrupt()
    try? emptyLog()
    file.retired.retire(searcher)
    file.retired.retire(queue)
    if let pool { file.retired.retire(pool) }
  }
}
