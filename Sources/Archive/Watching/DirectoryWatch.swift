import Glibc
import Synchronization

/// Tells when a file of a directory was touched by ``tell(_:)``, by inotify(7): nothing is asked again and again.
///
/// Whoever has written says so once that can be read. That the file was written to is no sign of it: SQLite writes the log
/// first, waits for the disk, and then lets readers see it through shared memory, of which nobody is told (tried: one who
/// looked when the log was written to saw nothing, and was told no more).
///
/// A class because it owns a descriptor.
final class DirectoryWatch: Sendable {
  /// For `poll`; -1, which `poll` passes over, where the system has no watch to give.
  let descriptor: Int32
  private let name: String
  private let watch = Mutex<Int32>(-1)

  /// - Parameter name: Of the file in its directory.
  init(fileNamed name: String) {
    self.name = name
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Watches a directory in place of the one before.
  func begin(in directory: String) {
    guard descriptor >= 0 else { return }
    let new = inotify_add_watch(descriptor, directory, UInt32(IN_ATTRIB))
    watch.withLock { watch in
      if watch >= 0, watch != new { inotify_rm_watch(descriptor, watch) }
      watch = new
    }
  }

  /// Tells all who watch a file that there is something new to be read.
  static func tell(_ path: String) { utimensat(AT_FDCWD, path, nil, 0) }

  /// Takes what was noted since; whether the file was touched.
  func drain() -> Bool {
    var isTouched = false
    withUnsafeTemporaryAllocation(byteCount: 4_096, alignment: 8) { buffer in
      while descriptor >= 0 {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        guard count > 0 else { return }
        isTouched =
          Self.names(in: UnsafeRawBufferPointer(rebasing: buffer[..<count])) { $0 == name }
          || isTouched
      }
    }
    return isTouched
  }

  /// Whether any event names such a file, or events were lost.
  private static func names(
    in events: UnsafeRawBufferPointer,
    where matches: (String) -> Bool
  ) -> Bool {
    var place = 0
    var isFound = false
    let header = MemoryLayout<inotify_event>.size
    while place + header <= events.count {
      let event = events.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
      let end = place + header + Int(event.len)
      if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { isFound = true }
      let bytes = events[(place + header)..<end].prefix { $0 != 0 }
      if matches(String(decoding: bytes, as: UTF8.self)) { isFound = true }
      place = end
    }
    return isFound
  }
}
