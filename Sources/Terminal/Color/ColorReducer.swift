import Workbench

/// Brings a colour down to a number that the terminal knows.
///
/// The numbers are those of `init_pair`: -1 is the terminal's own colour, then the palette. With
/// truecolor 256 and up is `0xRRGGBB`; the few blues below that are moved by one step of green.
package struct ColorReducer: Sendable, Hashable {
  package let ability: ColorAbility

  package init(ability: ColorAbility) {
    self.ability = ability
  }

  package func number(of color: Color) -> Int32 {
    switch (color, ability) {
    case (.terminalDefault, _), (_, .none): -1
    case (.palette(let index), .palette256), (.palette(let index), .truecolor): Int32(index)
    case (.palette(let index), .palette16):
      index < 16 ? Int32(index) : nearest(to: XtermPalette.color(index), of: 0..<16)
    case (.palette(let index), .palette8):
      index < 16 ? Int32(index % 8) : nearest(to: XtermPalette.color(index), of: 0..<8)
    case (.rgb(let red, let green, let blue), .truecolor):
      direct(Int32(red) << 16 | Int32(green) << 8 | Int32(blue))
    case (.rgb(let red, let green, let blue), .palette256):
      // 0 to 15 are the user's own and may look like anything.
      nearest(to: XtermPalette.RGB(red, green, blue), of: 16..<256)
    case (.rgb(let red, let green, let blue), .palette16):
      nearest(to: XtermPalette.RGB(red, green, blue), of: 0..<16)
    case (.rgb(let red, let green, let blue), .palette8):
      nearest(to: XtermPalette.RGB(red, green, blue), of: 0..<8)
    }
  }

  private func direct(_ value: Int32) -> Int32 { value < 0x100 ? value | 0x100 : value }

  private func nearest(to wanted: XtermPalette.RGB, of indices: Range<Int>) -> Int32 {
    var best = (index: indices.lowerBound, distance: Int.max)
    // Of few colours the nearest to a grey is often none at all, which the eye minds more.
    let isGrey = wanted.isGrey && indices.count <= 16
    for index in indices where !isGrey || XtermPalette.color(UInt8(index)).isGrey {
      let distance = XtermPalette.color(UInt8(index)).distance(to: wanted)
      if distance < best.distance { best = (index, distance) }
    }
    return Int32(best.index)
  }
}
