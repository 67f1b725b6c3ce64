import Support

/// What happens to files: bytes that change, go, come twice, and ends that are missing.
enum Mutation {
  static func apply(to bytes: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
      let start = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 0...40, using: &random))
      switch random.next() % 6 {
      case 0: bytes[start] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(start..<end)
      case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
      case 3: bytes.removeLast(min(bytes.count, 60))
      case 4:
        let signs = [
          "\0", "\"", "\\ud800", "null", "{", "[[[[", "-1", "1e999", "\n", "-->", "\u{FEFF}",
        ]
        bytes.insert(contentsOf: signs[start % signs.count].utf8, at: start)
      default: bytes.insert(contentsOf: [0xFF, 0xC3, 0x28], at: start)
      }
    }
    return bytes
  }
}
