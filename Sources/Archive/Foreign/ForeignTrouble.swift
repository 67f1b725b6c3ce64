import GRDB

/// Why a database of another program's cannot be read: for people, which file, what is wrong, what to do.
package struct ForeignTrouble: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case notADatabase
    case damaged
    /// Another program has not finished writing within five seconds.
    case locked
    /// A program broke off while it wrote, and only writing can put that in order.
    case unfinished
    /// Another program has written while it was read without one being watched for.
    case changed
    case cannotOpen(String)
    case unexpected(String)
  }

  package let path: String
  package let kind: Kind

  init(_ kind: Kind, path: String) {
    self.kind = kind
    self.path = path
  }

  /// What an error of SQLite's means; its SQL and arguments are left out, since they hold texts.
  init(_ error: any Error, path: String) {
    self.path = path
    switch error {
    case let trouble as ForeignTrouble: kind = trouble.kind
    case let error as DatabaseError: kind = Kind(error)
    default: kind = .unexpected("a row could not be read")
    }
  }
}

extension ForeignTrouble.Kind {
  fileprivate init(_ error: DatabaseError) {
    let message = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notADatabase
    case .SQLITE_CORRUPT: self = .damaged
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked
    case .SQLITE_READONLY: self = .unfinished
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .cannotOpen(message)
    default: self = .unexpected(message)
    }
  }
}

extension ForeignTrouble: CustomStringConvertible {
  package var description: String { "\(path) \(predicate)" }

  /// What is wrong, as it goes on behind the name of the file.
  package var predicate: String {
    switch kind {
    case .notADatabase: "is no SQLite database"
    case .damaged: "is damaged; sqlite3's .recover may make a whole one of it"
    case .locked: "is being written by another program; import it again when that has finished"
    case .unfinished:
      "holds a change that another program broke off; open it once with that program"
    case .changed: "was changed while it was read; import it again"
    case .cannotOpen(let reason): "cannot be opened: \(reason)"
    case .unexpected(let reason): "cannot be read: \(reason)"
    }
  }
}
