/// Puts UTF-8 together byte by byte; what cannot be part of it becomes U+FFFD.
///
/// Source: The Unicode Standard, table 3-7, with one replacement for each maximal subpart.
struct ScalarAssembler {
  private var value: UInt32 = 0
  private var missing = 0
  private var lower: UInt8 = 0x80
  private var upper: UInt8 = 0xBF

  /// A character has begun and is not whole yet.
  var isPartial: Bool { missing > 0 }

  /// Takes a byte; `emit` is called for each scalar that it completes or spoils: never, once or twice.
  mutating func feed(_ byte: UInt8, emit: (Unicode.Scalar) -> Void) {
    if isPartial {
      if (lower...upper).contains(byte) { return accept(byte, emit: emit) }
      abandon(emit: emit)
    }
    begin(byte, emit: emit)
  }

  /// Gives up a character that has begun.
  mutating func abandon(emit: (Unicode.Scalar) -> Void) {
    guard isPartial else { return }
    missing = 0
    emit("\u{FFFD}")
  }

  private mutating func accept(_ byte: UInt8, emit: (Unicode.Scalar) -> Void) {
    value = value << 6 | UInt32(byte & 0x3F)
    missing -= 1
    (lower, upper) = (0x80, 0xBF)
    if missing == 0 { emit(Unicode.Scalar(value) ?? "\u{FFFD}") }
  }

  private mutating func begin(_ byte: UInt8, emit: (Unicode.Scalar) -> Void) {
    (lower, upper) = (0x80, 0xBF)
    switch byte {
    case 0x00...0x7F: emit(Unicode.Scalar(byte))
    case 0xC2...0xDF: (value, missing) = (UInt32(byte & 0x1F), 1)
    case 0xE0...0xEF:
      (value, missing) = (UInt32(byte & 0x0F), 2)
      if byte == 0xE0 { lower = 0xA0 }
      if byte == 0xED { upper = 0x9F }
    case 0xF0...0xF4:
      (value, missing) = (UInt32(byte & 0x07), 3)
      if byte == 0xF0 { lower = 0x90 }
      if byte == 0xF4 { upper = 0x8F }
    default: emit("\u{FFFD}")
    }
  }
}
