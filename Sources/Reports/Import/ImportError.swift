import Glibc

/// Why nothing can be taken from a file, in one sentence for the user.
package enum ImportError: Error, Sendable, Hashable {
  case empty(String)
  case zip(String)
  case compressed(String)
  case page(String)
  case notUTF8(String)
  /// A database that comes through a pipe.
  case database(String)
  /// A database in which `llm` has logged nothing.
  case otherDatabase(String)
  case unknown(String)
  case directory(String)
  /// Neither a file nor what was passed to weir: nobody knows whether, and when, it ends.
  case notAFile(String, kind: String)
  /// The number of the system's error.
  case unreadable(String, Int32)

  /// Tells a file from which nothing can be taken by its first bytes; `nil` for all others.
  init?(firstBytes bytes: [UInt8], name: String) {
    if bytes.starts(with: "PK\u{3}\u{4}".utf8) {
      self = .zip(name)
    } else if bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      self = .compressed(name)
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      self = .notUTF8(name)
    } else if bytes.starts(with: "<!DOCTYPE".utf8) || bytes.starts(with: "<!doctype".utf8)
      || bytes.starts(with: "<html".utf8)
    {
      self = .page(name)
    } else {
      return nil
    }
  }
}

extension ImportError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .empty(let name): "\(name) is empty"
    case .zip(let name):
      "\(name) is a zip archive; unpack it and import the conversations.json in it (or each of conversations-000.json and so on)"
    case .compressed(let name): "\(name) is compressed; unpack it first"
    case .page(let name):
      "\(name) is a web page, from which conversations cannot be read back; export them as jsonl or markdown"
    case .notUTF8(let name): "\(name) is UTF-16; save it as UTF-8 first"
    case .database(let name): "\(name) is a database, which is read from a file only"
    case .otherDatabase(let name):
      "\(name) is a database, but not llm's logs.db: it has none of its tables; of an archive of weir's, import what weir sessions export wrote"
    case .unknown(let name):
      "\(name) is none of what weir reads: its own jsonl and Markdown, ChatGPT's conversations.json, llm's logs.db"
    case .directory(let name): "\(name) is a directory; name the files in it"
    case .notAFile(let name, let kind):
      "\(name) is \(kind), not a file; what another program writes is read from standard input: weir sessions import -"
    case .unreadable(let name, let code): "cannot read \(name): \(String(cString: strerror(code)))"
    }
  }
}
