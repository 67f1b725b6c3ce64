import Glibc
import Workbench

/// Writes a text to a file that the user named: whole, or not at all.
struct FileSaver {
  /// What `~/` stands for.
  let home: String?

  /// Writes the text with a line end at its end.
  ///
  /// A new file has the mode that the umask leaves; one that is overwritten keeps its own, and links lead
  /// to what they led to.
  func save(_ file: FileToSave) -> SaveOutcome {
    let path = expanded(file.path)
    let bytes = Array(
      (file.text.isEmpty || file.text.hasSuffix("\n") ? file.text : file.text + "\n").utf8
    )
    let problem = file.replaces ? replace(path, with: bytes) : create(path, with: bytes)
    switch problem {
    case nil: return .saved(bytes: bytes.count)
    case EEXIST:
      var facts = stat()
      guard stat(path, &facts) == 0 else {
        let isLink =
          errno == ENOENT && lstat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFLNK
        return isLink
          ? .failed("\(file.path) is a link that leads nowhere; remove it or choose another name")
          : .exists
      }
      switch facts.st_mode & S_IFMT {
      case S_IFREG: return .exists
      case S_IFDIR: return .failed("\(file.path) is a directory")
      default: return .failed("\(file.path) is a device or a pipe, not a file")
      }
    case .some(let code): return .failed(Self.sentence(code, path: file.path))
    }
  }

  private func expanded(_ path: String) -> String {
    guard let home, path == "~" || path.hasPrefix("~/") else { return path }
    return home + path.dropFirst()
  }

  /// - Returns: What went wrong (errno); `nil` when the file is there, whole.
  private func create(_ path: String, with bytes: [UInt8]) -> Int32? {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { return errno }
    let problem = Self.fill(file, with: bytes)
    if problem != nil { unlink(path) }
    return problem
  }

  private func replace(_ path: String, with bytes: [UInt8]) -> Int32? {
    guard let real = realpath(path, nil) else {
      return errno == ENOENT ? create(path, with: bytes) : errno
    }
    defer { free(real) }
    let target = String(cString: real)
    var facts = stat()
    guard stat(target, &facts) == 0 else { return errno }
    guard facts.st_mode & S_IFMT == S_IFREG else { return EEXIST }
    let directory = target.lastIndex(of: "/").map { target[...$0] } ?? ""
    let temporary = "\(directory).weir-\(getpid())-\(UInt32.random(in: .min ... .max))"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { return errno }
    fchmod(file, facts.st_mode & 0o7777)
    var problem = Self.fill(file, with: bytes)
    if problem == nil, rename(temporary, target) != 0 { problem = errno }
    if problem != nil { unlink(temporary) }
    return problem
  }

  /// Writes everything and closes the file; a full disk may show only then.
  private static func fill(_ file: Int32, with bytes: [UInt8]) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let problem = errno
        close(file)
        return problem
      }
      rest = rest.dropFirst(count)
    }
    return close(file) == 0 ? nil : errno
  }

  private static func sentence(_ code: Int32, path: String) -> String {
    switch code {
    case ENOENT, ENOTDIR: "the directory of \(path) does not exist"
    case EACCES, EPERM: "you may not write \(path)"
    case ENOSPC, EDQUOT: "the disk is full; \(path) was not written"
    case EROFS: "\(path) is on a file system that cannot be written"
    case ENAMETOOLONG: "the name is too long"
    default: "\(path): \(String(cString: strerror(code)))"
    }
  }
}
