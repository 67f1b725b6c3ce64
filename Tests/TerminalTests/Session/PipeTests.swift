import CTerminalGuard
import Glibc
import Testing

/// The pipes between weir and the commands that it runs.
@Suite struct PipeTests {
  private struct Pipe {
    private(set) var ends: [Int32]

    init() throws {
      var ends: [Int32] = [-1, -1]
      try #require(weir_pipe_open(&ends) == 0)
      self.ends = ends
    }

    func closeAll() {
      for end in ends where end >= 0 { close(end) }
    }

    mutating func closeInput() {
      close(ends[1])
      ends[1] = -1
    }
  }

  @Test func carriesBytesFromItsSecondEndToItsFirst() throws {
    let pipe = try Pipe()
    defer { pipe.closeAll() }
    #expect(write(pipe.ends[1], "weir", 4) == 4)
    var bytes = [UInt8](repeating: 0, count: 8)
    #expect(read(pipe.ends[0], &bytes, 8) == 4)
    #expect(bytes.prefix(4).elementsEqual("weir".utf8))
  }

  @Test func closesOnExecAndBlocks() throws {
    let pipe = try Pipe()
    defer { pipe.closeAll() }
    for end in pipe.ends {
      #expect(fcntl(end, F_GETFD) == FD_CLOEXEC)
      #expect(fcntl(end, F_GETFL) & O_NONBLOCK == 0)
    }
  }

  @Test func noProgramGetsIt() throws {
    let pipe = try Pipe()
    defer { pipe.closeAll() }
    for end in pipe.ends { #expect(try Self.childHas(end) == false) }
    // The same question of a descriptor that is handed on.
    let handed = dup(pipe.ends[0])
    defer { close(handed) }
    #expect(try Self.childHas(handed))
  }

  @Test func endsForItsReaderThoughAProgramRunsOn() throws {
    var pipe = try Pipe()
    let input = try Pipe()
    defer {
      pipe.closeAll()
      input.closeAll()
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input.ends[0], STDIN_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    let child = try Self.spawn(["/bin/cat"], actions: &actions)
    defer {
      kill(child, SIGKILL)
      waitpid(child, nil, 0)
    }
    pipe.closeInput()
    var byte: UInt8 = 0
    #expect(read(pipe.ends[0], &byte, 1) == 0)
    #expect(kill(child, 0) == 0)
  }

  @Test func saysWhyThereIsNone() {
    errno = 0
    #expect(weir_pipe_open(nil) == -1)
    #expect(errno == EFAULT)
  }

  /// Whether a program that is started now has a descriptor of this number.
  private static func childHas(_ descriptor: Int32) throws -> Bool {
    let child = try spawn(["/bin/sh", "-c", "test -e /proc/self/fd/\(descriptor)"], actions: nil)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { try #require(errno == EINTR) }
    return status == 0
  }

  private static func spawn(
    _ arguments: [String],
    actions: UnsafePointer<posix_spawn_file_actions_t>?
  ) throws -> pid_t {
    var strings = arguments.map { strdup($0) } + [nil]
    defer { for string in strings { free(string) } }
    var child: pid_t = 0
    try #require(posix_spawn(&child, arguments[0], actions, nil, &strings, environ) == 0)
    return child
  }
}
