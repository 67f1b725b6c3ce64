import Glibc

/// The file of a database of another program's, and how it is opened so that nothing is written beside it.
struct ForeignFile {
  let path: String

  /// How the file can be read.
  enum Way: Hashable {
    /// As SQLite reads any file; programs that write it meanwhile are waited for.
    case shared
    /// As one that no program writes: SQLite would make two files beside it otherwise.
    case still
    /// From a copy, since a log stands beside it that no program has open.
    case copied
  }

  /// What tells whether the file was written; `nil` where there is none.
  struct Stamp: Hashable {
    let number: UInt
    let size: Int
    let seconds: Int
    let nanoseconds: Int
    let logSize: Int
  }

  var stamp: Stamp? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Stamp(
      number: UInt(status.st_ino),
      size: Int(status.st_size),
      seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec,
      logSize: size(of: "-wal") ?? 0
    )
  }

  func way() throws(ForeignTrouble) -> Way {
    let header = try self.header()
    guard header.count == 20, header.starts(with: "SQLite format 3\0".utf8) else {
      throw ForeignTrouble(.notADatabase, path: path)
    }
    // sqlite.org/fileformat2.html 1.3.3: version 2 of reading or writing means that there is a log.
    guard header[18] == 2 || header[19] == 2 else { return .shared }
    let log = size(of: "-wal")
    if log != nil, size(of: "-shm") != nil { return .shared }
    return log ?? 0 > 0 ? .copied : .still
  }

  /// Copies the file and its log into a directory of nobody else's, and gives the copy's path.
  ///
  /// ``removeCopy(_:)`` takes it away; an open copy may be taken away too.
  func copy() throws(ForeignTrouble) -> String {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/weir-import-XXXXXX".utf8CString)
    let directory = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let directory else { throw systemTrouble(errno) }
    let copy = directory + "/copy"
    do throws(ForeignTrouble) {
      for suffix in ["", "-wal"] { try copyBytes(from: path + suffix, to: copy + suffix) }
    } catch {
      Self.removeCopy(copy)
      throw error
    }
    return copy
  }

  static func removeCopy(_ copy: String) {
    for suffix in ["", "-wal", "-shm"] { unlink(copy + suffix) }
    rmdir(String(copy.dropLast("/copy".count)))
  }

  private func header() throws(ForeignTrouble) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw systemTrouble(errno) }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 20)
    let count = read(file, &bytes, bytes.count)
    guard count >= 0 else { throw systemTrouble(errno) }
    return Array(bytes[..<count])
  }

  private func copyBytes(from source: String, to target: String) throws(ForeignTrouble) {
    let from = open(source, O_RDONLY | O_CLOEXEC)
    guard from >= 0 else { throw systemTrouble(errno) }
    defer { close(from) }
    let to = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard to >= 0 else { throw systemTrouble(errno) }
    defer { close(to) }
    var block = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(from, &block, block.count)
      if count == 0 { return }
      guard count > 0, write(to, block, count) == count else { throw systemTrouble(errno) }
    }
  }

  private func size(of suffix: String) -> Int? {
    var status = stat()
    return stat(path + suffix, &status) == 0 ? Int(status.st_size) : nil
  }

  private func systemTrouble(_ code: Int32) -> ForeignTrouble {
    ForeignTrouble(.cannotOpen(String(cString: strerror(code))), path: path)
  }
}
