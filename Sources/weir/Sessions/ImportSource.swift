import Glibc
import Reports

/// What is imported: a file, or what comes through standard input or another descriptor that weir was started with.
///
/// A class since it owns the descriptor.
final class ImportSource {
  let descriptor: Int32
  /// For people.
  let name: String
  private let isOwned: Bool

  /// Never waits for another program to open the other end of a pipe.
  ///
  /// - Parameter path: `-` for standard input.
  /// - Throws: Where it cannot be opened, or is nothing that ends.
  init(_ path: String) throws(ImportError) {
    guard path != "-" else {
      (descriptor, name, isOwned) = (STDIN_FILENO, "standard input", false)
      if isatty(STDIN_FILENO) == 1 {
        StandardError.write("weir: reading what is typed; ^D at the beginning of a line ends it")
      }
      return
    }
    (name, isOwned) = (path, true)
    let isPassed = ["/dev/stdin", "/dev/fd/", "/proc/self/fd/"].contains { path.hasPrefix($0) }
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | (isPassed ? 0 : O_NONBLOCK))
    guard descriptor >= 0 else { throw ImportError.unreadable(path, errno) }
    guard !isPassed else { return }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw ImportError.unreadable(path, errno) }
    if facts.st_mode & S_IFMT == S_IFDIR { throw ImportError.directory(path) }
    if let kind = Self.kind(facts.st_mode & S_IFMT) {
      throw ImportError.notAFile(path, kind: kind)
    }
  }

  // Runs for an initialiser that throws, too.
  deinit {
    if isOwned, descriptor >= 0 { close(descriptor) }
  }

  /// What it is where it is no regular file.
  private static func kind(_ format: mode_t) -> String? {
    switch format {
    case S_IFREG: nil
    case S_IFIFO: "a pipe"
    case S_IFSOCK: "a socket"
    default: "a device"
    }
  }
}
