import Glibc

/// Texts from files and standard input.
enum InputText {
  /// The whole of a file; what is not UTF-8 is replaced.
  static func read(path: String) throws(UsageProblem) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw problem(path, errno) }
    defer { close(descriptor) }
    guard let text = read(descriptor: descriptor) else { throw problem(path, errno) }
    return text
  }

  /// Everything up to the end; `nil` where reading fails.
  static func read(descriptor: Int32) -> String? {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &block, block.count)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return nil }
      bytes += block[..<count]
    }
  }

  private static func problem(_ path: String, _ reason: Int32) -> UsageProblem {
    UsageProblem("cannot read \(path): \(String(cString: strerror(reason)))")
  }
}
