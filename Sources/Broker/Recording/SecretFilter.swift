import Glibc

/// Masks secrets in a stream of bytes, each with as many asterisks as it has bytes, wherever the stream is cut.
struct SecretFilter {
  private let secrets: [[UInt8]]
  /// The end of what came, as far as it may be the beginning of a secret.
  private var held: [UInt8] = []

  init(_ secrets: [String]) {
    self.secrets = secrets.filter { !$0.isEmpty }.map { Array($0.utf8) }
  }

  /// - Returns: What is known to be no secret, or masked; the rest follows with a later call.
  mutating func pass(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    guard !secrets.isEmpty else { return Array(bytes) }
    var text = held + bytes
    for secret in secrets { Self.mask(secret, in: &text) }
    let count = secrets.map { Self.beginning(of: $0, atEndOf: text) }.max() ?? 0
    held = Array(text.suffix(count))
    text.removeLast(count)
    return text
  }

  /// Hands on what was kept back, since nothing follows.
  mutating func release() -> [UInt8] {
    defer { held = [] }
    return held
  }

  private static func mask(_ secret: [UInt8], in text: inout [UInt8]) {
    text.withUnsafeMutableBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      var offset = 0
      while let found = memchr(start + offset, Int32(secret[0]), bytes.count - offset) {
        offset = found - start
        guard bytes.count - offset >= secret.count else { return }
        if memcmp(found, secret, secret.count) == 0 {
          memset(found, Int32(UInt8(ascii: "*")), secret.count)
        }
        offset += 1
      }
    }
  }

  /// How many bytes at the end of a text are a secret's first, though not all of it.
  private static func beginning(of secret: [UInt8], atEndOf text: [UInt8]) -> Int {
    let first = max(text.startIndex, text.endIndex - secret.count + 1)
    let start = text[first...].indices.first { secret.starts(with: text[$0...]) }
    return start.map { text.endIndex - $0 } ?? 0
  }
}
