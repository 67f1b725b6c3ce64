/// What a cluster is to the line breaker.
enum BreakClass: UInt8 {
  case newline
  /// A carriage return at the very end: half of a line end, perhaps.
  case pendingReturn
  case tab
  case space
  case text
  /// `(` and its like: no break after.
  case opening
  /// `,` and its like: no break before.
  case closing
  /// Chinese and Japanese, where a line may break between characters.
  case ideograph
  case ideographOpening
  case ideographClosing

  private var isIdeographic: Bool {
    self == .ideograph || self == .ideographOpening || self == .ideographClosing
  }

  /// Whether a line may break between `self` and `next`; breaks at spaces are the line breaker's business.
  func allowsBreak(before next: BreakClass) -> Bool {
    guard isIdeographic || next.isIdeographic else { return false }
    switch self {
    case .opening, .ideographOpening, .space, .tab, .newline, .pendingReturn: return false
    default: return next != .closing && next != .ideographClosing
    }
  }

  /// The class of a printable ASCII character that is not a space.
  init(ascii byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): self = .opening
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","),
      UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: "%"):
      self = .closing
    default: self = .text
    }
  }

  /// The class of a wide scalar; after JIS X 4051, the common part.
  init(wide scalar: UInt32) {
    switch scalar {
    case 0x4E00...0x9FFF: self = .ideograph
    case 0x3001, 0x3002, 0x3005, 0x301C, 0x30FB...0x30FE, 0xFF01, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B,
      0xFF1F, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0x3019, 0x301B, 0xFF09,
      0xFF3D, 0xFF5D, 0xFF60,
      // Small kana.
      0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E, 0x30A1,
      0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7, 0x30EE, 0x30F5, 0x30F6:
      self = .ideographClosing
    case 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0x301A, 0xFF08, 0xFF3B,
      0xFF5B, 0xFF5F:
      self = .ideographOpening
    case 0x2E80...0x312F, 0x3190...0x4DBF, 0xF900...0xFAFF, 0xFF00...0xFF60,
      0x20000...0x3FFFF:
      self = .ideograph
    default: self = .text
    }
  }
}
