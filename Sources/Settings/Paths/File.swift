import Glibc

/// Reading and writing whole files for their owner only.
enum File {
  /// Why a file could not be used.
  enum Failure: Error, Hashable {
    case notThere
    case isThere
    /// `errno` of the call that failed.
    case system(Int32)
    case notUTF8
    case tooLarge

    var reason: String {
      switch self {
      case .notThere: "there is no such file"
      case .isThere: "there is a file already"
      case .system(let code): String(cString: strerror(code))
      case .notUTF8: "not UTF-8 text"
      case .tooLarge: "larger than 64 MB"
      }
    }
  }

  static func read(_ path: String) throws(Failure) -> String {
    let bytes = try readBytes(path)
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    return text
  }

  static func readBytes(_ path: String) throws(Failure) -> [UInt8] {
    let file = try open(path, flags: O_RDONLY)
    defer { close(file) }
    return try readBytes(from: file)
  }

  /// From where the file stands to its end.
  static func readBytes(from file: Int32) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .system(errno) }
      bytes += chunk[..<count]
      guard bytes.count <= 64_000_000 else { throw .tooLarge }
    }
  }

  /// Opens, with 0600 for a file that is made, whatever the umask.
  static func open(_ path: String, flags: Int32) throws(Failure) -> Int32 {
    let file = Glibc.open(path, flags | O_CLOEXEC, 0o600)
    guard file < 0 else {
      if flags & O_CREAT != 0 { fchmod(file, 0o600) }
      return file
    }
    switch errno {
    case ENOENT: throw .notThere
    case EEXIST: throw .isThere
    default: throw .system(errno)
    }
  }

  static func write(_ bytes: some Collection<UInt8>, to file: Int32) throws(Failure) {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .system(errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// Puts new content in the place of a file at once: a reader sees the old or the new, never a part.
  static func replace(_ path: String, with text: String) throws(Failure) {
    let temporary = "\(path).\(getpid()).new"
    unlink(temporary)
    let file = try open(temporary, flags: O_WRONLY | O_CREAT | O_EXCL)
    do throws(Failure) {
      defer { close(file) }
      try write(text.utf8, to: file)
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw .system(code)
    }
  }

  /// Writes a file that must not be there yet.
  static func create(_ path: String, with text: String) throws(Failure) {
    let file = try open(path, flags: O_WRONLY | O_CREAT | O_EXCL)
    defer { close(file) }
    try write(text.utf8, to: file)
  }

  /// What a directory holds, in no order, without hidden names.
  static func names(in directory: String) throws(Failure) -> [String] {
    guard let stream = opendir(directory) else {
      throw errno == ENOENT ? .notThere : .system(errno)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }

  /// Takes a file away; one that is not there is no failure.
  static func remove(_ path: String) throws(Failure) {
    if unlink(path) != 0, errno != ENOENT { throw .system(errno) }
  }

  /// Makes a directory and those above it that are missing, each 0700 whatever the umask.
  static func makeDirectory(_ path: String) throws(Failure) {
    var partial = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      partial += "/" + part
      if mkdir(partial, 0o700) == 0 {
        chmod(partial, 0o700)
      } else if errno != EEXIST {
        let code = errno
        // A directory above may be there and yet refuse the attempt (EROFS, EACCES).
        guard access(partial, F_OK) == 0 else { throw .system(code) }
      }
    }
  }
}
