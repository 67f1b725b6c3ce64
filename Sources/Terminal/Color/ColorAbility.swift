/// How many colours a terminal shows.
package enum ColorAbility: Int, Sendable, Hashable, Comparable {
  case none
  case palette8
  case palette16
  case palette256
  case truecolor

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// What terminfo's number of colours allows.
  init(colors: Int) {
    switch colors {
    case 0x1_0000...: self = .truecolor
    case 256...: self = .palette256
    case 16...: self = .palette16
    case 8...: self = .palette8
    default: self = .none
    }
  }
}
