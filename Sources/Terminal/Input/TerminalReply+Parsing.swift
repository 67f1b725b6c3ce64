extension TerminalReply {
  /// `nil` where the sequence is no answer.
  init?(_ found: ControlSequence) {
    switch (found.prefix, found.intermediate, found.final) {
    case (UInt8(ascii: "?"), 0, UInt8(ascii: "c")): self = .deviceAttributes
    case (UInt8(ascii: "?"), 0, UInt8(ascii: "u")): self = .keyboardFlags(found[0])
    case (UInt8(ascii: "?"), UInt8(ascii: "$"), UInt8(ascii: "y")):
      self = .mode(number: found[0], setting: found[1])
    case (UInt8(ascii: "?"), 0, UInt8(ascii: "R")), (0, 0, UInt8(ascii: "R")):
      // `CSI 1;2R` is also Shift-F3, and nobody asks where the cursor is while it is in the first row.
      let isKey = found.numbers.count != 2 || (found[0] == 1 && (2...16).contains(found[1]))
      if found.prefix == 0, isKey { return nil }
      self = .cursor(row: found[0] - 1, column: found[1] - 1)
    case (0x3D...0x3F, _, _), (0, 0, UInt8(ascii: "c")), (0, 0, UInt8(ascii: "t")),
      (0, 0, UInt8(ascii: "n")), (0, UInt8(ascii: "$"), UInt8(ascii: "y")):
      self = .other
    default: return nil
    }
  }

  /// The content of an OSC string: `11;rgb:1e1e/1e1e/2e2e` tells the background.
  init(operatingSystem content: [UInt8]) {
    self = .other
    let text = String(decoding: content, as: UTF8.self)
    let head = "11;rgb:"
    guard text.hasPrefix(head) else { return }
    let channels = text.dropFirst(head.count).split(separator: "/").map(Self.channel)
    guard channels.count >= 3, let red = channels[0], let green = channels[1],
      let blue = channels[2]
    else { return }
    self = .background(red: red, green: green, blue: blue)
  }

  /// The content of a DCS string: `>|foot(1.16.2)` tells the name.
  init(deviceControl content: [UInt8]) {
    let text = String(decoding: content, as: UTF8.self)
    self = text.hasPrefix(">|") ? .name(String(text.dropFirst(2))) : .other
  }

  /// XParseColor: one to four hexadecimal digits stand for a fraction of their largest value.
  private static func channel(_ digits: Substring) -> UInt8? {
    guard (1...4).contains(digits.count), let value = Int(digits, radix: 16), value >= 0 else {
      return nil
    }
    return UInt8(value * 255 / ((1 << (4 * digits.count)) - 1))
  }
}
