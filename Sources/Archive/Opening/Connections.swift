import GRDB

/// The open file of an archive: for reading, and, where the file may be written, for that.
struct Connections {
  let reader: any DatabaseReader
  let writer: DatabasePool?
  let identity: ArchiveFile.Identity?

  /// Opens the file, which is made where there is none.
  init(_ file: ArchiveFile) throws {
    try file.createIfMissing()
    try file.check()
    identity = file.identity
    guard file.isWritable else {
      writer = nil
      reader = try DatabaseQueue(
        path: file.path,
        configuration: ArchiveFile.configuration(isReadOnly: true)
      )
      return
    }
    let pool = try DatabasePool(path: file.path, configuration: ArchiveFile.configuration())
    // The pool sets NORMAL when it opens; an acknowledged message is to outlive a power cut.
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    try Schema.migrator.migrate(pool)
    writer = pool
    reader = pool
  }

  func close() {
    try? reader.close()
  }
}
