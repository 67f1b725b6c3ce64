import Glibc

/// Edits a text in the user's `$VISUAL` or `$EDITOR`.
enum ExternalEditor {
  /// The command of the editor, as the shell understands it.
  static func command(environment: [String: String]) -> String {
    for name in ["VISUAL", "EDITOR"] {
      if let command = environment[name], !command.isEmpty { return command }
    }
    return "vi"
  }

  /// Opens the editor on the terminal, which the caller has given back, and waits for its end.
  ///
  /// The text lies in a file in `directory` meanwhile, which only the user can read. Returns it as it was
  /// saved, without one final line end; `nil` when the editor failed.
  static func edit(_ text: String, command: String, directory: String) -> String? {
    var template = Array((directory + "/prompt-XXXXXX.md").utf8CString)
    let file = mkstemps(&template, 3)
    guard file >= 0 else { return nil }
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { unlink(path) }
    let written = Array(text.utf8).withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    close(file)
    guard written == text.utf8.count else { return nil }
    let script = "\(command) \"$1\""
    guard ChildProcess.run(["sh", "-c", script, "weir", path], input: .terminal) == 0,
      var edited = contents(of: path)
    else { return nil }
    if edited.hasSuffix("\n") { edited.removeLast() }
    return edited
  }

  private static func contents(of path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(file, &part, part.count)
      guard count > 0 else { break }
      bytes += part[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
