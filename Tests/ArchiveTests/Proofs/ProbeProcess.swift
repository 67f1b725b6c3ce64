import CTerminalGuard
import Glibc
import Support

/// A running `ArchiveProbe`, read line by line; killed when it is let go.
final class ProbeProcess {
  let process: pid_t
  private let output: Int32
  private let input: Int32
  private var pending: [UInt8] = []

  init(_ arguments: String...) throws {
    var fromChild: [Int32] = [0, 0]
    var toChild: [Int32] = [0, 0]
    guard weir_pipe_open(&fromChild) == 0, weir_pipe_open(&toChild) == 0 else {
      throw SystemFailure(code: errno)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
    let path = BuiltProduct.path("ArchiveProbe")
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, path, &actions, nil, &words, environ)
    Glibc.close(fromChild[1])
    Glibc.close(toChild[0])
    output = fromChild[0]
    input = toChild[1]
    self.process = process
    guard code == 0 else { throw SystemFailure(code: code) }
  }

  deinit {
    Glibc.close(output)
    Glibc.close(input)
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }

  /// The next line; `nil` after the last one.
  func line() -> String? {
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        defer { pending.removeSubrange(...end) }
        return String(decoding: pending[..<end], as: UTF8.self)
      }
      var bytes = [UInt8](repeating: 0, count: 65_536)
      let count = read(output, &bytes, bytes.count)
      guard count > 0 else { return nil }
      pending += bytes[..<count]
    }
  }

  /// All lines until it ends.
  func lines() -> [String] {
    var lines: [String] = []
    while let line = line() { lines.append(line) }
    return lines
  }

  func end(by signal: Int32) { kill(process, signal) }
}

/// Why a probe could not be started.
struct SystemFailure: Error {
  let code: Int32
}
