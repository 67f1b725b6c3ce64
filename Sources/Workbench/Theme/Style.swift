/// A colour as a theme names it; what a terminal cannot show is brought down to what it can.
package enum Color: Sendable, Hashable {
  /// The terminal's own foreground or background.
  case terminalDefault
  /// One of the terminal's palette: 0 to 15 are the user's own colours, 16 to 255 the xterm cube and greys.
  case palette(UInt8)
  case rgb(red: UInt8, green: UInt8, blue: UInt8)
}

/// How text is drawn beside its colour.
package struct Attributes: OptionSet, Sendable, Hashable {
  package var rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  package static let bold = Attributes(rawValue: 1)
  package static let dim = Attributes(rawValue: 2)
  package static let italic = Attributes(rawValue: 4)
  package static let underline = Attributes(rawValue: 8)
  package static let reverse = Attributes(rawValue: 16)
  package static let strike = Attributes(rawValue: 32)
}

/// Colours and attributes of a cell, in one word: a frame's cells are written and compared as memory.
package struct Style: Sendable, Hashable {
  /// From the lowest bit: 26 of the foreground, 26 of the background, 8 of the attributes.
  private var bits: UInt64

  package init(
    foreground: Color = .terminalDefault,
    background: Color = .terminalDefault,
    attributes: Attributes = []
  ) {
    bits = foreground.bits | background.bits << 26 | UInt64(attributes.rawValue) << 52
  }

  package var foreground: Color {
    get { Color(bits: bits) }
    set { self = Style(foreground: newValue, background: background, attributes: attributes) }
  }

  package var background: Color {
    get { Color(bits: bits >> 26) }
    set { self = Style(foreground: foreground, background: newValue, attributes: attributes) }
  }

  package var attributes: Attributes {
    get { Attributes(rawValue: UInt8(truncatingIfNeeded: bits >> 52)) }
    set { bits = bits & ~(0xFF << 52) | UInt64(newValue.rawValue) << 52 }
  }
}

extension Color {
  /// The kind in the two highest bits of 26, below it a number or three channels.
  fileprivate var bits: UInt64 {
    switch self {
    case .terminalDefault: 0
    case .palette(let number): 1 << 24 | UInt64(number)
    case .rgb(let red, let green, let blue):
      2 << 24 | UInt64(red) << 16 | UInt64(green) << 8 | UInt64(blue)
    }
  }

  /// Takes the lowest 26 bits.
  fileprivate init(bits: UInt64) {
    let low = UInt8(truncatingIfNeeded: bits)
    switch bits >> 24 & 3 {
    case 0: self = .terminalDefault
    case 1: self = .palette(low)
    default:
      self = .rgb(
        red: UInt8(truncatingIfNeeded: bits >> 16),
        green: UInt8(truncatingIfNeeded: bits >> 8),
        blue: low
      )
    }
  }
}
