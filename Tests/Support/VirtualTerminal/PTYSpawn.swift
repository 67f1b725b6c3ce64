import CVTerm
import Glibc
import Workbench

/// A program started in a new session with a pseudo terminal as its controlling terminal.
struct PTYSpawn {
  /// Our end, non-blocking.
  let master: Int32
  let pid: pid_t
  let modesBefore: termios

  init(
    _ program: String,
    _ arguments: [String],
    size: ScreenSize,
    environment: [String: String],
    standardError: String?
  ) throws {
    var name = [CChar](repeating: 0, count: 128)
    master = weir_open_pseudo_terminal(&name, name.count)
    guard master >= 0 else { throw PTYError.system("posix_openpt", errno) }
    Self.setSize(size, of: master)
    var modes = termios()
    tcgetattr(master, &modes)
    modesBefore = modes
    pid = try Self.spawn(
      [program] + arguments,
      environment: environment,
      terminal: name,
      standardError: standardError
    )
  }

  static func setSize(_ size: ScreenSize, of descriptor: Int32) {
    var window = winsize(
      ws_row: UInt16(size.rows),
      ws_col: UInt16(size.columns),
      ws_xpixel: 0,
      ws_ypixel: 0
    )
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &window)
  }

  private static func spawn(
    _ words: [String],
    environment: [String: String],
    terminal: [CChar],
    standardError: String?
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that a session leader opens becomes its controlling terminal.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    if let standardError {
      let flags = O_WRONLY | O_CREAT | O_APPEND
      posix_spawn_file_actions_addopen(&actions, 2, standardError, flags, 0o600)
    } else {
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    }
    weir_spawn_close_from(&actions, 3)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    // POSIX_SPAWN_SETSID is 0x80 in glibc; its macro is hidden from Swift.
    let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | 0x80
    posix_spawnattr_setflags(&attributes, Int16(flags))

    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    let variables: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in arguments + variables { free(word) } }
    var pid: pid_t = 0
    let error = posix_spawn(&pid, words[0], &actions, &attributes, arguments, variables)
    guard error == 0 else { throw PTYError.system("posix_spawn \(words[0])", error) }
    return pid
  }
}
