extension JSONValue {
  /// The same JSON as ``text`` for people's eyes, too: what no program needs as it is and what would change how the rest
  /// is shown, such as marks of the direction of text, is escaped.
  package var printableText: String {
    let text = self.text
    // The first bytes of all of these in UTF-8, and of much else.
    guard text.utf8.contains(where: { [0x7F, 0xC2, 0xD8, 0xE2, 0xEF].contains($0) }) else {
      return text
    }
    var printable = ""
    printable.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.isHidden {
        let digits = String(scalar.value, radix: 16)
        printable += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        printable.unicodeScalars.append(scalar)
      }
    }
    return printable
  }
}

extension Unicode.Scalar {
  /// Whether it changes the direction in which the text around it is shown.
  package var isDirectionMark: Bool {
    switch value {
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether YAML 1.2 calls it not printable, or it is not seen itself.
  fileprivate var isHidden: Bool {
    switch value {
    case 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: isDirectionMark
    }
  }
}
