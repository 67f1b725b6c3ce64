import Glibc

/// Names a running process so that no later one is taken for it: its number, when it began, and the boot.
struct ProcessMark: Sendable, Hashable {
  let text: String

  /// This process.
  static func current() -> ProcessMark {
    ProcessMark(text: "\(getpid()) \(beginning(of: getpid()) ?? "") \(boot)")
  }

  /// Whether the process that a row names still runs on this machine.
  static func isAlive(_ text: String) -> Bool {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, let process = Int32(parts[0]), parts[2] == boot else { return false }
    return beginning(of: process).map { $0 == parts[1] } ?? false
  }

  private static var boot: String {
    let text = read("/proc/sys/kernel/random/boot_id") ?? ""
    return String(text.prefix { !$0.isWhitespace })
  }

  /// Field 22 of proc(5)'s `stat`, in clock ticks after the boot; the name in field 2 may hold anything.
  private static func beginning(of process: Int32) -> String? {
    guard let text = read("/proc/\(process)/stat"), let name = text.lastIndex(of: ")") else {
      return nil
    }
    let fields = text[name...].split(separator: " ")
    return fields.count > 20 ? String(fields[20]) : nil
  }

  private static func read(_ path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = Glibc.read(file, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
  }
}
