/// The modes a program has set, read from the bytes it sent; libvterm does not know them all.
package struct TerminalModes: Sendable, Equatable {
  /// DEC private modes that were set and not reset (1049 the alternate screen, 2004 paste, …).
  package private(set) var decPrivate: Set<Int> = []
  /// Sets of kitty keyboard flags pushed and not popped; popping none is nothing.
  package private(set) var keyboardDepth = 0
  package private(set) var modifyOtherKeys = 0
  /// Whether the terminal may put right-to-left text in its reading order (ECMA-48 BDSM).
  package private(set) var reordersText = true
  package private(set) var bells = 0
  /// The content of the last OSC 52.
  package private(set) var clipboard: String?
  /// The title of the window (OSC 2), and those put aside (XTWINOPS 22 and 23).
  package private(set) var title = "shell"
  package private(set) var titlesAside: [String] = []
  /// The texts of OSC 9.
  package private(set) var notifications: [String] = []
  /// The address of the link that text written now belongs to (OSC 8).
  private(set) var link: String?

  private var sequence: [UInt8] = []

  package init() {}

  package static func == (left: Self, right: Self) -> Bool {
    left.decPrivate == right.decPrivate && left.keyboardDepth == right.keyboardDepth
      && left.modifyOtherKeys == right.modifyOtherKeys && left.reordersText == right.reordersText
  }

  mutating func feed(_ byte: UInt8) {
    if sequence.isEmpty {
      if byte == 0x1B { sequence = [byte] } else if byte == 0x07 { bells += 1 }
      return
    }
    sequence.append(byte)
    if sequence[1] == UInt8(ascii: "[") {
      if sequence.count > 2, (0x40...0x7E).contains(byte) { finishControlSequence() }
    } else if sequence[1] == UInt8(ascii: "]") {
      if byte == 0x07 || (byte == UInt8(ascii: "\\") && sequence[sequence.count - 2] == 0x1B) {
        finishString()
      }
    } else {
      sequence = []
    }
  }

  private mutating func finishControlSequence() {
    let text = String(decoding: sequence.dropFirst(2), as: UTF8.self)
    sequence = []
    let numbers = text.dropFirst().dropLast().split(separator: ";").compactMap { Int($0) }
    switch (text.first, text.last) {
    case ("?", "h"): decPrivate.formUnion(numbers)
    case ("?", "l"): decPrivate.subtract(numbers)
    case ("8", "h") where text == "8h": reordersText = true
    case ("8", "l") where text == "8l": reordersText = false
    case (">", "u"): keyboardDepth += 1
    case ("<", "u"): keyboardDepth = max(0, keyboardDepth - 1)
    case ("2", "t") where text == "22;0t": titlesAside.append(title)
    case ("2", "t") where text == "23;0t": title = titlesAside.popLast() ?? title
    case (">", "m") where numbers.first == 4: modifyOtherKeys = numbers.dropFirst().first ?? 0
    default: break
    }
  }

  private mutating func finishString() {
    let content = sequence.dropFirst(2).prefix { $0 != 0x1B && $0 != 0x07 }
    let text = String(decoding: content, as: UTF8.self)
    sequence = []
    if text.hasPrefix("52;c;") { clipboard = String(text.dropFirst(5)) }
    if text.hasPrefix("2;") { title = String(text.dropFirst(2)) }
    if text.hasPrefix("9;") { notifications.append(String(text.dropFirst(2))) }
    if text.hasPrefix("8;") {
      let address = text.split(separator: ";", maxSplits: 2, omittingEmptySubsequences: false)[2]
      link = address.isEmpty ? nil : String(address)
    }
  }
}
