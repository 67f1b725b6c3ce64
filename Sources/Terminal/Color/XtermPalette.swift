/// xterm's 256 colours: sixteen by name, a cube of 6x6x6 and a ramp of 24 greys.
enum XtermPalette {
  /// A colour, 8 bits a channel.
  struct RGB: Hashable {
    let red: Int
    let green: Int
    let blue: Int

    init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
      (self.red, self.green, self.blue) = (Int(red), Int(green), Int(blue))
    }

    /// Nearly without a hue.
    var isGrey: Bool { max(red, green, blue) - min(red, green, blue) < 24 }

    /// The square of the distance as the eye weighs it, by the mean of the reds
    /// (Riemersma, "Colour metric").
    func distance(to other: RGB) -> Int {
      let mean = (red + other.red) / 2
      let (dr, dg, db) = (red - other.red, green - other.green, blue - other.blue)
      return ((512 + mean) * dr * dr + 1024 * dg * dg + (767 - mean) * db * db) >> 8
    }
  }

  static func color(_ index: UInt8) -> RGB {
    switch index {
    case 0..<16: named(index)
    case 16..<232: RGB(step((index - 16) / 36), step((index - 16) / 6 % 6), step((index - 16) % 6))
    default: RGB(8 + (index - 232) * 10, 8 + (index - 232) * 10, 8 + (index - 232) * 10)
    }
  }

  private static func step(_ level: UInt8) -> UInt8 { level == 0 ? 0 : 55 + level * 40 }

  private static func named(_ index: UInt8) -> RGB {
    let high: UInt8 = index < 8 ? 205 : 255
    switch index {
    case 4: return RGB(0, 0, 238)
    case 7: return RGB(229, 229, 229)
    case 8: return RGB(127, 127, 127)
    case 12: return RGB(92, 92, 255)
    default: break
    }
    let bits = index % 8
    return RGB(
      bits & 1 == 0 ? 0 : high,
      bits & 2 == 0 ? 0 : high,
      bits & 4 == 0 ? 0 : high
    )
  }
}
