extension String {
  /// Text of everything that makes layout hard.
  package static func randomNasty(scalars count: Int, using random: inout SeededGenerator) -> String
  {
    let common = Array("abcdefg  (漢字、。「」한é,.\n".unicodeScalars)
    let rare: [UInt32] = [
      0x09, 0x0D, 0x0A, 0x1B, 0x200D, 0xFE0F, 0xFE0E, 0x20E3, 0x31, 0x301, 0x302, 0x1F44D, 0x1F3FD,
      0x1F1E9, 0x1F1EA, 0x2764, 0x260E, 0x1F3F4, 0xE0067, 0xE007F, 0x202E, 0x0915, 0x094D, 0x0937,
      0x093F, 0x093E, 0x0600, 0x1100, 0x1161, 0x11A8, 0x1FAE8, 0x378, 0xE000, 0xA0, 0x3000, 0x200B,
      0x200C, 0xE0100, 0xAD, 0x1F468, 0x3099, 0x2003,
    ]
    var text = ""
    for _ in 0..<count {
      if Int.random(in: 0..<3, using: &random) > 0,
        let scalar = common.randomElement(using: &random)
      {
        text.unicodeScalars.append(scalar)
      } else if let scalar = rare.randomElement(using: &random).flatMap(Unicode.Scalar.init) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
