import Glibc
import Support

extension Home {
  /// Waits until a file's content is as `isMet` wants it; the directory it is in must be there.
  ///
  /// - Returns: Whether it came to that before the guard against hanging.
  func waitFor(_ file: String, until isMet: @escaping @Sendable (String) -> Bool) async -> Bool {
    await withCheckedContinuation { continuation in
      startThread {
        continuation.resume(returning: self.blockUntil(file, isMet))
      }
    }
  }

  private func blockUntil(_ file: String, _ isMet: (String) -> Bool) -> Bool {
    let watch = inotify_init1(Int32(IN_CLOEXEC))
    defer { close(watch) }
    let directory = path + "/" + file.split(separator: "/").dropLast().joined(separator: "/")
    inotify_add_watch(watch, directory, UInt32(IN_MOVED_TO | IN_CLOSE_WRITE | IN_MODIFY))
    var events = [UInt8](repeating: 0, count: 4_096)
    while contents(of: file).map(isMet) != true {
      var waiting = pollfd(fd: watch, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 30_000) == 1 else { return false }
      _ = read(watch, &events, events.count)
    }
    return true
  }
}
