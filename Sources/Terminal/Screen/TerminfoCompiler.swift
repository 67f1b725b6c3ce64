import CNcurses
import Glibc

/// Compiles our own terminfo entries with `tic`, once for a machine and user.
struct TerminfoCompiler {
  /// Where the compiled entries stay.
  let directory: String

  /// The entry over `base`, compiled now when it is not there yet; `nil` when that fails, as it does
  /// where `base` is unknown.
  func entry(base: String, ability: ColorAbility?) -> TerminfoEntry? {
    let name = TerminfoEntry.privateName(base: base, ability: ability)
    let file = "/w/\(name)"
    if access(directory + file, R_OK) != 0 {
      guard compile(TerminfoEntry.privateSource(base: base, ability: ability), to: file) else {
        return nil
      }
    }
    return TerminfoEntry(name: name, directory: directory)
  }

  /// By way of a directory of its own, so that another weir never sees half an entry.
  private func compile(_ source: String, to file: String) -> Bool {
    makeDirectories()
    let scratch = directory + "/tic-\(getpid())"
    guard mkdir(scratch, 0o700) == 0 else { return false }
    let isCompiled =
      runTic(source, into: scratch) && rename(scratch + file, directory + file) == 0
    unlink(scratch + file)
    rmdir(scratch + "/w")
    rmdir(scratch)
    return isCompiled
  }

  private func makeDirectories() {
    var path = ""
    for part in (directory + "/w").split(separator: "/") {
      path += "/" + part
      mkdir(path, 0o700)
    }
  }

  private func runTic(_ source: String, into scratch: String) -> Bool {
    let input = weir_memory_file("weir-terminfo")
    guard input >= 0 else { return false }
    defer { close(input) }
    let bytes = Array(source.utf8)
    guard write(input, bytes, bytes.count) == bytes.count, lseek(input, 0, SEEK_SET) == 0 else {
      return false
    }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var child: pid_t = 0
    let words: [String] = ["tic", "-x", "-o", scratch, "-"]
    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    guard posix_spawnp(&child, "tic", &actions, nil, arguments, weir_environment()) == 0 else {
      return false
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status == 0
  }
}
