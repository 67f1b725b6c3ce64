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

/// Colours and attributes of a cell.
package struct Style: Sendable, Hashable {
  package var foreground: Color
  package var background: Color
  package var attributes: Attributes

  package init(
    foreground: Color = .terminalDefault,
    background: Color = .terminalDefault,
    attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}
