import Glibc
import Workbench

/// Looks into directories for the names that a prompt may go on with.
struct DirectoryReader {
  /// More than anybody looks through.
  static let mostEntries = 1_000
  /// How many names are read in search of the wanted ones.
  private static let mostRead = 200_000

  private let home: String?

  /// - Parameter home: What `~/` stands for.
  init(home: String?) {
    self.home = home
  }

  /// Reads a directory; names that are no UTF-8 or hold control characters are left out, since they cannot
  /// be typed.
  func list(_ query: FileQuery) -> FileListing {
    let path = path(of: query.directory)
    guard let stream = opendir(path) else {
      let reason = String(cString: strerror(errno))
      return FileListing(
        query: query,
        entries: [],
        problem: "\(query.directory.isEmpty ? "." : query.directory) cannot be read: \(reason)"
      )
    }
    defer { closedir(stream) }
    var entries: [FileListing.Entry] = []
    var count = 0
    while let entry = readdir(stream) {
      count += 1
      guard count <= Self.mostRead, entries.count < Self.mostEntries else { break }
      guard let name = Self.name(of: entry), query.wants(name) else { continue }
      entries.append(
        FileListing.Entry(name: name, isDirectory: Self.isDirectory(entry, in: dirfd(stream)))
      )
    }
    return FileListing(
      query: query,
      entries: entries.sorted { ($0.name.lowercased(), $0.name) < ($1.name.lowercased(), $1.name) },
      isCut: count > Self.mostRead || entries.count == Self.mostEntries
    )
  }

  private func path(of directory: String) -> String {
    if directory.isEmpty { return "." }
    guard let home, directory.hasPrefix("~/") else { return directory }
    return home + directory.dropFirst()
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String? {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
        String(validatingCString: $0)
      }
    }
    guard let name, name != ".", name != ".." else { return nil }
    return name.unicodeScalars.contains { $0.properties.generalCategory == .control } ? nil : name
  }

  /// Whether an entry is a directory, or a link to one.
  private static func isDirectory(
    _ entry: UnsafeMutablePointer<dirent>,
    in directory: Int32
  ) -> Bool {
    let kind = entry.pointee.d_type
    guard kind == DT_LNK || kind == DT_UNKNOWN else { return kind == DT_DIR }
    var status = stat()
    let found = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
        fstatat(directory, $0, &status, 0)
      }
    }
    return found == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
