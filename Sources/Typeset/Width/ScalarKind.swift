/// What a Unicode scalar is to the screen.
enum ScalarKind: UInt8 {
  case narrow
  case wide
  /// Takes no column of its own; drawn with the glyph before it.
  case mark
  /// Takes no column and is not drawn: ZWJ and variation selectors.
  case joiner
  /// A variation selector for ideographs, U+E0100 up; meaningless after anything else.
  case ideographSelector
  /// A blank of one column where a line may break.
  case space
  /// A blank of one column where a line never breaks.
  case fixedSpace
  /// U+3000.
  case wideSpace
  /// Half of a flag.
  case regional
  /// A tag character: part of a flag after U+1F3F4, hidden text elsewhere.
  case tag
  /// An emoji that the C library does not know.
  case unknownEmoji
  /// Never sent; its number is shown.
  case hidden

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x20: self = .space
    case 0...0x1F, 0x7F...0x9F: self = .hidden
    case 0x1F300...0x1F64F, 0x1F900...0x1F9FF:  // emoji blocks without a gap in Unicode 14
      self = CellWidth.tableWidth(of: scalar) == 2 ? .wide : .narrow
    default:
      switch Self.simpleWidth(of: scalar) {
      case 1: self = .narrow
      case 2: self = .wide
      default: self = Self.uncommon(scalar)
      }
    }
  }

  /// The width of a scalar of common scripts that never joins another of them; `nil` for any other.
  @inline(__always)
  static func simpleWidth(of scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x400...0x482, 0x2010...0x2027, 0x2190...0x22FF,
      0x2500...0x25FC:
      1
    case 0x4E00...0x9FFF, 0x3041...0x3096, 0x30A1...0x30FF, 0x3001...0x3029, 0xAC00...0xD7A3,
      0xFF01...0xFF60:
      2
    default: nil
    }
  }

  private static func uncommon(_ scalar: UInt32) -> ScalarKind {
    switch scalar {
    case 0xA0, 0x2007, 0x202F: return .fixedSpace
    case 0x2000...0x200A, 0x205F: return .space
    case 0x3000: return .wideSpace
    case 0x200C: return .mark
    case 0x200D, 0xFE00...0xFE0F, 0x180B...0x180D, 0x180F: return .joiner
    case 0xE0100...0xE01EF: return .ideographSelector
    case 0xE0020...0xE007F: return .tag
    case 0x1F1E6...0x1F1FF: return .regional
    // Fillers, invisible letters, and marks that terminals give different widths.
    case 0xAD, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x302E, 0x302F, 0x3164, 0xFFA0,
      0x16FF0, 0x16FF1:
      return .hidden
    default: break
    }
    guard let value = Unicode.Scalar(scalar) else { return .hidden }
    guard isKnown(value) else {
      return (0x1F000...0x1FAFF).contains(scalar) ? .unknownEmoji : .hidden
    }
    switch value.properties.generalCategory {
    // Arabic number signs and their like are format characters that one sees, but terminals disagree about
    // their width.
    case .control, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator,
      .format:
      return .hidden
    default: break
    }
    switch CellWidth.tableWidth(of: scalar) {
    case 0: return .mark
    case 2: return .wide
    default: return .narrow
    }
  }

  /// Whether the scalar is in Unicode 14, the oldest version among the C libraries that we run on.
  private static func isKnown(_ scalar: Unicode.Scalar) -> Bool {
    guard let age = scalar.properties.age else { return false }
    return age.major <= 14
  }
}
