import GRDB
import Glibc

extension ArchiveTrouble {
  /// What an error of SQLite's means for the file; its SQL and arguments are left out, since they hold texts.
  init(_ error: any Error, path: String) {
    switch error {
    case let trouble as ArchiveTrouble: self = trouble
    case let error as DatabaseError: self.init(code: error.resultCode, error.message, path: path)
    default: self = .unexpected(path, reason: "a row could not be read")
    }
  }

  /// What an `errno` means for the file.
  init(systemError code: Int32, path: String) {
    switch code {
    case ENOSPC, EDQUOT: self = .full(path)
    case EROFS: self = .readOnly(path)
    case EIO: self = .inputOutput(path)
    default: self = .cannotOpen(path, reason: String(cString: strerror(code)))
    }
  }

  private init(code: ResultCode, _ message: String?, path: String) {
    switch code {
    case .SQLITE_FULL: self = .full(path)
    case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path)
    case .SQLITE_IOERR: self = .inputOutput(path)
    case .SQLITE_CORRUPT: self = .corrupt(path)
    case .SQLITE_NOTADB: self = .notAnArchive(path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path)
    case .SQLITE_CANTOPEN: self = .cannotOpen(path, reason: message ?? "unable to open it")
    default: self = .unexpected(path, reason: message ?? "SQLite error \(code.rawValue)")
    }
  }
}
