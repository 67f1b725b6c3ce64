import Glibc

/// A way to put a file under a name that nothing has, and over nothing that has it.
enum FilePlacing: CaseIterable {
  /// The best: whoever finds the name finds the whole file. exFAT and some network disks have no links.
  case link
  /// A file without bytes takes the name, if nothing has it, and the file is renamed over that.
  case reserve

  /// Places a file in the first of these ways that the file system knows.
  ///
  /// - Returns: 0, or the `errno`; EEXIST where something has the name.
  static func place(
    _ file: String,
    at path: String,
    ways: [FilePlacing] = allCases
  ) -> Int32 {
    var code: Int32 = 0
    for way in ways {
      code = way.place(file, at: path)
      if code == 0 || code == EEXIST { return code }
    }
    return code
  }

  private func place(_ file: String, at path: String) -> Int32 {
    switch self {
    case .link: return Glibc.link(file, path) == 0 ? 0 : errno
    case .reserve:
      let placeholder = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard placeholder >= 0 else { return errno }
      close(placeholder)
      guard Glibc.rename(file, path) != 0 else { return 0 }
      let code = errno
      unlink(path)
      return code
    }
  }
}
