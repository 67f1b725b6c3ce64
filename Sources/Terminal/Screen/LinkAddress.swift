/// The address of a link in the form in which a terminal may have it.
enum LinkAddress {
  /// Longer ones are taken by no terminal (VTE and iTerm2 stop at 2,083).
  static let limitInBytes = 2_000

  /// The address with every byte but printable ASCII percent-encoded; `nil` for what a terminal is not to
  /// open: other schemes than http, https and mailto, nothing behind the scheme, too long.
  static func encoded(_ url: String) -> [UInt8]? {
    guard hasAllowedScheme(url) else { return nil }
    var encoded: [UInt8] = []
    for byte in url.utf8 {
      if (0x21...0x7E).contains(byte) {
        encoded.append(byte)
      } else {
        encoded += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 0xF)]
      }
      guard encoded.count <= limitInBytes else { return nil }
    }
    return encoded
  }

  private static func hasAllowedScheme(_ url: String) -> Bool {
    ["http://", "https://", "mailto:"].contains { scheme in
      url.utf8.count > scheme.utf8.count
        && zip(url.utf8, scheme.utf8).allSatisfy { lowercase($0) == $1 }
    }
  }

  private static func lowercase(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
