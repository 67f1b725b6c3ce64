import Conversation
import GRDB
import Glibc

/// Finds, makes and opens the file of an archive, and tells what is wrong with one before anything touches it.
struct ArchiveFile {
  let path: String

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
    guard file >= 0 else { throw trouble(errno) }
    defer { for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft + suffix) } }
    // Whatever the umask; SQLite gives its other files the mode of this one.
    fchmod(file, 0o600)
    close(file)
    let queue = try DatabaseQueue(path: draft, configuration: Self.configuration())
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    try Schema.migrator.migrate(queue)
    try queue.close()
    try place(draft)
  }

  /// Throws when the file is none that this weir may write; changes nothing.
  func check() throws {
    let queue = try DatabaseQueue(path: path, configuration: Self.configuration(isReadOnly: true))
    defer { try? queue.close() }
    try queue.unsafeRead { db in
      let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      guard application == Schema.applicationID else { throw ArchiveTrouble.notAnArchive(path) }
      guard version <= Schema.version else {
        throw ArchiveTrouble.newer(path, version: version, known: Schema.version)
      }
    }
  }

  var isWritable: Bool {
    access(path, W_OK) == 0 && access(directory, W_OK) == 0
  }

  static func configuration(isReadOnly: Bool = false) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 1
    return configuration
  }

  private var directory: String {
    let end = path.lastIndex(of: "/")
    return end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  /// Puts the new file in its place, unless another is there by now.
  private func place(_ draft: String) throws {
    if link(draft, path) != 0, errno != EEXIST { throw trouble(errno) }
  }

  private func makeDirectory() throws {
    var partial = path.hasPrefix("/") ? "" : "."
    for part in directory.split(separator: "/") {
      partial += "/" + part
      if mkdir(partial, 0o700) == 0 {
        chmod(partial, 0o700)
      } else if errno != EEXIST {
        let code = errno
        guard access(partial, F_OK) == 0 else { throw trouble(code) }
      }
    }
  }

  private func trouble(_ code: Int32) -> ArchiveTrouble {
    switch code {
    case ENOSPC, EDQUOT: .full(path)
    case EROFS: .readOnly(path)
    case EIO: .inputOutput(path)
    default: .cannotOpen(path, reason: String(cString: strerror(code)))
    }
  }
}
