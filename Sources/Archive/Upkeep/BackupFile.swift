import GRDB
import Glibc

/// A copy of an archive in one file, which only its owner may read.
package struct BackupFile {
  /// What became of the copy: damage of the archive is copied, too.
  package enum Soundness: Sendable, Hashable {
    case sound
    case damaged
  }

  let path: String

  /// Writes the copy while the archive is in use; where that fails no file is left behind.
  func write(_ source: Database) throws -> Soundness {
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      if errno == EEXIST { throw ArchiveTrouble.exists(path) }
      throw ArchiveTrouble(systemError: errno, path: path)
    }
    // Whatever the umask.
    fchmod(file, 0o600)
    Glibc.close(file)
    do {
      return try copy(source)
    } catch {
      for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
      throw ArchiveTrouble(error, path: path)
    }
  }

  /// The copy does without a log beside it, so that it is whole when it is moved or only read.
  private func copy(_ source: Database) throws -> Soundness {
    let queue = try DatabaseQueue(path: plainPath, configuration: ArchiveFile.configuration())
    let soundness = try queue.writeWithoutTransaction { copy in
      try source.backup(to: copy)
      try copy.execute(sql: "PRAGMA journal_mode = DELETE")
      return Self.soundness(of: copy)
    }
    try queue.close()
    return soundness
  }

  private static func soundness(of copy: Database) -> Soundness {
    let findings = try? String.fetchAll(copy, sql: "PRAGMA quick_check(1)")
    return findings == ["ok"] ? .sound : .damaged
  }

  /// The path as SQLite takes it for one: what begins with `file:` is an address to it, and `:memory:` no file at all.
  var plainPath: String { path.hasPrefix("/") ? path : "./" + path }
}
