/// A look into a directory for names that begin in a certain way.
package struct FileQuery: Sendable, Hashable {
  /// As it was typed: empty for the working directory, otherwise with its last slash; `~/` is the home.
  package var directory: String
  /// Hidden names are wanted only where it begins with a dot.
  package var prefix: String

  package init(directory: String, prefix: String) {
    self.directory = directory
    self.prefix = prefix
  }

  /// For a path that is being typed.
  init(path: String) {
    let end = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    self.init(directory: String(path[..<end]), prefix: String(path[end...]))
  }

  /// Whether a name is one of those looked for.
  package func wants(_ name: String) -> Bool {
    name.utf8.starts(with: prefix.utf8) && (name.first != "." || prefix.first == ".")
  }
}

/// What a look into a directory found.
package struct FileListing: Sendable, Hashable {
  /// One name; from the file system, and so to be trusted with nothing.
  package struct Entry: Sendable, Hashable {
    package var name: String
    package var isDirectory: Bool

    package init(name: String, isDirectory: Bool) {
      self.name = name
      self.isDirectory = isDirectory
    }
  }

  package var query: FileQuery
  /// In the order to show.
  package var entries: [Entry]
  /// Whether there are more than were taken.
  package var isCut: Bool
  /// Why the directory cannot be read; `nil` when it could.
  package var problem: String?

  package init(query: FileQuery, entries: [Entry], isCut: Bool = false, problem: String? = nil) {
    self.query = query
    self.entries = entries
    self.isCut = isCut
    self.problem = problem
  }
}
