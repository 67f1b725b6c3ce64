import GRDB

/// The open file of an archive: one connection that writes, where the file may be written, and one for searches.
///
/// No `DatabasePool`: opening one writes into the file, which may be one that is not to be touched; it sets
/// `synchronous` to NORMAL; and closing it leaves the log behind, and its readers' queues to Dispatch.
struct Connections {
  /// A connection that only reads, so that saving and searching do not wait for each other.
  let searcher: DatabaseQueue
  /// What keeps the file from being written, where something does.
  let writer: Result<DatabaseQueue, ArchiveTrouble>
  let identity: ArchiveFile.Identity?
  private let file: ArchiveFile

  /// Opens the file, which is made where there is none.
  init(_ file: ArchiveFile) throws {
    self.file = file
    try file.createIfMissing()
    searcher = try file.openChecked()
    identity = file.identity
    writer = file.openForWriting()
  }

  /// The connection of the archive's own queue.
  var reader: DatabaseQueue { (try? writer.get()) ?? searcher }

  /// Brings the log into the file and empties it, where no one else reads at the moment.
  func emptyLog() throws {
    _ = try writer.get().writeWithoutTransaction { try $0.checkpoint(.truncate) }
  }

  /// Closes the file; the last program to do so brings the log into it.
  func close() {
    searcher.interrupt()
    file.retired.retire(searcher)
    if case .success(let queue) = writer { file.retired.retire(queue) }
  }
}
