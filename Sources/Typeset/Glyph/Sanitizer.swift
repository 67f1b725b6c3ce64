/// Makes text fit to be written to a terminal as a stream, without a layout.
package enum Sanitizer {
  /// The text with line ends (CR LF becomes LF) and tabs as they are and everything hidden shown, such
  /// as `␛` and `<U+202E>`; characters are whole, emoji sequences too.
  ///
  /// Safe for each piece of a stream that was cut anywhere between scalars.
  package static func visible(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A || $0 > 0x7E }) else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var previous: UInt32?
    var isInFlag = false
    for scalar in text.unicodeScalars {
      if previous == 0x0D, scalar != "\n" { result += Substitute.text(for: 0x0D) }
      isInFlag = scalar.value == 0x1F3F4 || isInFlag && ScalarKind(scalar.value) == .tag
      if scalar == "\n" || scalar == "\t" || isInFlag || isSent(scalar.value) {
        result.unicodeScalars.append(scalar)
      } else if scalar != "\r" {
        result += Substitute.text(for: scalar.value)
      }
      previous = scalar.value
    }
    return previous == 0x0D ? result + Substitute.text(for: 0x0D) : result
  }

  private static func isSent(_ scalar: UInt32) -> Bool {
    switch ScalarKind(scalar) {
    case .hidden, .unknownEmoji, .tag: false
    case .narrow, .wide, .mark, .joiner, .ideographSelector, .space, .fixedSpace, .wideSpace,
      .regional:
      true
    }
  }
}
