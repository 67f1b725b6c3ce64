import Conversation
import Glibc

/// Runs a `key_command`: `/bin/sh -c` in a session of its own, so that it has no terminal to ask on.
struct KeyCommand {
  /// How it ended.
  enum Outcome: Equatable {
    case printed(String)
    case failed(status: Int32)
    case ranTooLong
  }

  private let command: String
  private let environment: [String: String]
  private let limitMilliseconds: Double

  init(_ command: String, environment: [String: String], limitMilliseconds: Double = 10_000) {
    self.command = command
    self.environment = environment
    self.limitMilliseconds = limitMilliseconds
  }

  /// Blocks until it ends or its time is over; then its whole session is killed.
  func run() -> Outcome {
    var ends: [Int32] = [-1, -1]
    // pipe2 is hidden from Swift, and a pipe without O_CLOEXEC would leak into other children.
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return .failed(status: errno) }
    let child = spawn(output: ends[1])
    close(ends[1])
    defer { close(ends[0]) }
    guard let child else { return .failed(status: 127) }
    let deadline = MonotonicTime.now().adding(milliseconds: limitMilliseconds)
    guard let output = Self.read(ends[0], until: deadline) else {
      kill(-child, SIGKILL)
      _ = Self.status(of: child)
      return .ranTooLong
    }
    let status = Self.status(of: child)
    return status == 0 ? .printed(output) : .failed(status: status)
  }

  private func spawn(output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var noSignals = sigset_t()
    sigemptyset(&noSignals)
    posix_spawnattr_setsigmask(&attributes, &noSignals)
    let newSession: Int16 = 0x80  // POSIX_SPAWN_SETSID of <spawn.h>, hidden from Swift
    posix_spawnattr_setflags(&attributes, newSession | Int16(POSIX_SPAWN_SETSIGMASK))
    let arguments = ["/bin/sh", "-c", command]
    let variables = environment.map { "\($0.key)=\($0.value)" }
    return Self.withCStrings(arguments) { arguments in
      Self.withCStrings(variables) { variables in
        var child: pid_t = 0
        let result = posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, variables)
        return result == 0 ? child : nil
      }
    }
  }

  private static func withCStrings<Result>(
    _ strings: [String],
    _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }

  /// What arrives until the end of the file, 64 kB at most; `nil` when the deadline comes first.
  private static func read(_ descriptor: Int32, until deadline: MonotonicTime) -> String? {
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      let rest = deadline.milliseconds(since: MonotonicTime.now())
      guard rest > 0 else { return nil }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, Int32(rest.rounded(.up))) > 0 else { continue }
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return String(decoding: output, as: UTF8.self) }
      if output.count < 65_536 { output += buffer[..<count] }
    }
  }

  private static func status(of child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
