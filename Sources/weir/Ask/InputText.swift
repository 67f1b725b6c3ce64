import Glibc
import Reports

/// Texts from files and standard input.
enum InputText {
  /// The whole of a file, which may be a pipe.
  static func bytes(path: String) throws(UsageProblem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw problem(path, errno) }
    defer { close(descriptor) }
    guard let bytes = bytes(descriptor: descriptor) else { throw problem(path, errno) }
    return bytes
  }

  /// Everything up to the end, as text in which what is not UTF-8 is replaced; `nil` where reading fails.
  static func read(descriptor: Int32) -> String? {
    bytes(descriptor: descriptor).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Everything up to the end of standard input as it stands; `nil` where reading fails.
  ///
  /// - Throws: Where something is not UTF-8.
  static func standardInput() throws(UsageProblem) -> String? {
    guard let bytes = bytes(descriptor: STDIN_FILENO) else { return nil }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
    throw UsageProblem(PromptFileError.notUTF8("standard input", line: line + 1).description)
  }

  private static func bytes(descriptor: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &block, block.count)
      if count == 0 { return bytes }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return nil }
      bytes += block[..<count]
    }
  }

  private static func problem(_ path: String, _ reason: Int32) -> UsageProblem {
    UsageProblem("cannot read \(path): \(String(cString: strerror(reason)))")
  }
}
