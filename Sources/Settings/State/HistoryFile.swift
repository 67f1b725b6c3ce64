import Conversation
import Glibc

/// The prompt history on disk: one JSON string a line, so that a prompt of several lines stays one.
struct HistoryFile {
  let path: String
  let limit: Int

  private static let greatestPromptInBytes = 100_000
  /// Of a larger file only this much of its end is read.
  private static let greatestLengthInBytes = 16_000_000

  func append(_ prompt: String) throws(File.Failure) {
    guard !prompt.isEmpty, prompt.utf8.count <= Self.greatestPromptInBytes else { return }
    let file = try File.open(path, flags: O_RDWR | O_CREAT | O_APPEND)
    defer { close(file) }
    // While another weir cuts the file this one does not wait: at worst a prompt is lost.
    flock(file, LOCK_SH | LOCK_NB)
    let start = Self.endsInsideALine(file) ? "\n" : ""
    try File.write((start + JSONValue.string(prompt).text + "\n").utf8, to: file)
  }

  func load() throws(File.Failure) -> [String] {
    let file = try File.open(path, flags: O_RDONLY)
    defer { close(file) }
    let length = lseek(file, 0, SEEK_END)
    let start = max(0, length - Self.greatestLengthInBytes)
    lseek(file, start, SEEK_SET)
    let bytes = try File.readBytes(from: file)
    var lines = bytes.split(separator: UInt8(ascii: "\n"))
    if start > 0 { lines = Array(lines.dropFirst()) }
    if lines.count > 2 * limit || start > 0 { cut(file, to: lines.suffix(limit)) }
    let prompts = lines.compactMap { JSONString.read($0) }.filter { !$0.isEmpty }
    let distinct = prompts.reduce(into: [String]()) { kept, prompt in
      if kept.last != prompt { kept.append(prompt) }
    }
    return distinct.suffix(limit)
  }

  /// Keeps the newest lines, also those that cannot be read; leaves the file when another weir is at it.
  private func cut(_ file: Int32, to lines: ArraySlice<ArraySlice<UInt8>>) {
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else { return }
    let text = lines.map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
    // The whole file is still there when this fails.
    try? File.replace(path, with: text)
  }

  /// After a crash in the middle of a line.
  private static func endsInsideALine(_ file: Int32) -> Bool {
    let length = lseek(file, 0, SEEK_END)
    var last: UInt8 = 0
    return length > 0 && pread(file, &last, 1, length - 1) == 1 && last != UInt8(ascii: "\n")
  }
}
