import Conversation
import GRDB
import Glibc

/// Finds, makes and opens the file of an archive, and tells what is wrong with one before anything touches it.
struct ArchiveFile {
  let path: String
  let retired = RetiredConnections()

  /// What the name of SQLite's log ends in, after that of the file.
  static let logEnding = "-wal"

  /// What tells this file from another one under the same path.
  struct Identity: Hashable {
    let device: UInt
    let number: UInt
  }

  /// `nil` when there is no file.
  var identity: Identity? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Identity(device: UInt(status.st_dev), number: UInt(status.st_ino))
  }

  /// Makes an empty archive where there is no file.
  ///
  /// It is made whole under another name and then put in its place, so that of two programs that begin at the
  /// same moment neither finds half an archive.
  func createIfMissing() throws {
    guard access(path, F_OK) != 0 else { return }
    try makeDirectory()
    let draft = "\(path).\(getpid()).new"
    unlink(draft)
    let file = open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw ArchiveTrouble(systemError: errno, path: path) }
    defer { for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft + suffix) } }
    // Whatever the umask; SQLite gives its other files the mode of this one.
    fchmod(file, 0o600)
    close(file)
    let queue = try DatabaseQueue(path: draft, configuration: Self.configuration())
    defer { retired.retire(queue) }
    try Schema.migrator.migrate(queue)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      // Its log goes into the file, so that this alone is the archive.
      _ = try db.checkpoint(.truncate)
    }
    try place(draft)
  }

  /// Opens the file for nothing but reading, when it is one that this weir knows; changes nothing.
  func openChecked() throws -> DatabaseQueue {
    let queue = try openForReading()
    do {
      try queue.read(check)
      return queue
    } catch {
      retired.retire(queue)
      throw error
    }
  }

  /// Opens the file for everything, and brings it into the present form.
  func openForWriting() throws -> DatabasePool {
    guard isWritable else { throw ArchiveTrouble.readOnly(path) }
    let pool = try DatabasePool(path: path, configuration: Self.configuration())
    do {
      try pool.writeWithoutTransaction { db in
        // The pool sets NORMAL: an acknowledged message is to outlive a power cut, and a removed one is to be gone.
        try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
      }
      try Schema.migrator.migrate(pool)
      return pool
    } catch {
      retired.retire(pool)
      throw error
    }
  }

  private func check(_ db: Database) throws {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    guard application == Schema.applicationID else { throw ArchiveTrouble.notAnArchive(path) }
    guard version <= Schema.version else {
      throw ArchiveTrouble.newer(path, version: version, known: Schema.version)
    }
  }

  var isWritable: Bool {
    access(path, W_OK) == 0 && access(directory, W_OK) == 0
  }

  static func configuration(isReadOnly: Bool = false) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(5)
    // Whoever reads is on one queue.
    configuration.maximumReaderCount = 1
    return configuration
  }

  var name: String {
    String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
  }

  var directory: String {
    let end = path.lastIndex(of: "/")
    return end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  /// Puts the new file in its place, unless another is there by now.
  private func place(_ draft: String) throws {
    let code = FilePlacing.place(draft, at: path)
    if code != 0, code != EEXIST { throw ArchiveTrouble(systemError: code, path: path) }
  }

  private func makeDirectory() throws {
    var partial = path.hasPrefix("/") ? "" : "."
    for part in directory.split(separator: "/") {
      partial += "/" + part
      if mkdir(partial, 0o700) == 0 {
        chmod(partial, 0o700)
      } else if errno != EEXIST {
        let code = errno
        guard access(partial, F_OK) == 0 else {
          throw ArchiveTrouble(systemError: code, path: path)
        }
      }
    }
  }
}
