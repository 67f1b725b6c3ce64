import Glibc

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
