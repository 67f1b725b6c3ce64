import CTerminalGuard
import Glibc

/// Runs other programs on behalf of the user.
enum ChildProcess {
  /// What the child does with weir's standard input.
  enum Input {
    /// The terminal, which the caller has given back.
    case terminal
    /// These bytes; output and errors are thrown away.
    case bytes([UInt8])
  }

  /// Runs a program found on the PATH to its end, with the default signal handling.
  ///
  /// - Returns: Its exit code; `nil` when it could not be started or was ended by a signal.
  static func run(_ arguments: [String], input: Input) -> Int32? {
    var ends: [Int32] = [-1, -1]
    if case .bytes = input, !openPipe(&ends) { return nil }
    guard let child = spawn(arguments, input: input, readEnd: ends[0]) else {
      for end in ends where end >= 0 { close(end) }
      return nil
    }
    if case .bytes(let bytes) = input {
      close(ends[0])
      write(bytes, to: ends[1])
      close(ends[1])
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { guard errno == EINTR else { return nil } }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }

  /// A process whose input and output are pipes, in a session of its own.
  struct Piped {
    let id: pid_t
    /// Both are the parent's ends, which do not block.
    let input: Int32
    let output: Int32
  }

  /// Starts a program with pipes for its input and for its output and errors together.
  ///
  /// - Returns: What the caller must close and reap; `nil`, with `errno`, when it could not be started.
  static func startPiped(_ arguments: [String]) -> Piped? {
    var input: [Int32] = [-1, -1]
    var output: [Int32] = [-1, -1]
    guard openPipe(&input) else { return nil }
    guard openPipe(&output) else {
      let problem = errno
      for end in input { close(end) }
      errno = problem
      return nil
    }
    let child = launch(arguments[0], arguments, flags: newSession) { actions in
      posix_spawn_file_actions_adddup2(&actions, input[0], STDIN_FILENO)
      posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO)
      posix_spawn_file_actions_adddup2(&actions, output[1], STDERR_FILENO)
    }
    let problem = errno
    for end in [input[0], output[1]] { close(end) }
    guard let child else {
      for end in [input[1], output[0]] { close(end) }
      errno = problem
      return nil
    }
    for end in [input[1], output[0]] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    return Piped(id: child, input: input[1], output: output[0])
  }

  /// How a program ended that has nothing to do with the terminal.
  enum Ending: Equatable {
    case exited(status: Int32)
    case killed
    /// With `errno`.
    case notStarted(Int32)
  }

  /// Runs a program found on the PATH to its end, in a session of its own, with nothing to read and nowhere to write.
  static func runDetached(_ arguments: [String]) -> Ending {
    let child = launch(arguments[0], arguments, flags: newSession) { actions in
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    guard let child else { return .notStarted(errno) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { guard errno == EINTR else { return .killed } }
    return status & 0x7F == 0 ? .exited(status: (status >> 8) & 0xFF) : .killed
  }

  /// POSIX_SPAWN_SETSID of <spawn.h>, hidden from Swift.
  private static let newSession: Int32 = 0x80

  /// Opens a pipe that no other program gets; sets `errno` where it cannot.
  private static func openPipe(_ ends: inout [Int32]) -> Bool {
    // In one step: another thread may start a program between the pipe and its flag.
    weir_pipe_open(&ends) == 0
  }

  /// Starts weir a second time, in a process group of its own, so that no key of the terminal ends it.
  ///
  /// `channel` becomes its standard input; it has no other descriptor of ours.
  /// - Returns: Its id, for the caller to reap; `nil`, with `errno`, when it could not be started.
  static func startItself(_ arguments: [String], channel: Int32) -> pid_t? {
    launch("/proc/self/exe", ["weir"] + arguments, flags: Int32(POSIX_SPAWN_SETPGROUP)) { actions in
      posix_spawn_file_actions_adddup2(&actions, channel, STDIN_FILENO)
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
  }

  private static func spawn(_ arguments: [String], input: Input, readEnd: Int32) -> pid_t? {
    launch(arguments[0], arguments, flags: 0) { actions in
      switch input {
      case .terminal:
        // The screen's errors go to the log while it is up; the child's belong on the terminal.
        posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
      case .bytes:
        posix_spawn_file_actions_adddup2(&actions, readEnd, STDIN_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
      }
    }
  }

  /// Starts a program with the default signal handling; sets `errno` where it returns `nil`.
  private static func launch(
    _ program: String,
    _ arguments: [String],
    flags: Int32,
    redirect: (inout posix_spawn_file_actions_t) -> Void
  ) -> pid_t? {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var handled = sigset_t()
    sigemptyset(&handled)
    for number in [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGPIPE, SIGTSTP, SIGWINCH, SIGCHLD, SIGXFSZ] {
      sigaddset(&handled, number)
    }
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &handled)
    posix_spawnattr_setflags(
      &attributes,
      Int16(Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF) | flags)
    )
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    redirect(&actions)
    var child: pid_t = 0
    let words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    let problem = posix_spawnp(&child, program, &actions, &attributes, words, environ)
    if problem != 0 { errno = problem }
    return problem == 0 ? child : nil
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(count, 0))
    }
  }
}
