/// What the user wants of the terminal's colours (`--color`).
package enum ColorMode: String, Sendable, Hashable, CaseIterable {
  case auto
  case truecolor
  case palette256 = "256"
  case palette16 = "16"
  case none
}

extension ColorMode {
  /// The most colours to ask of the terminal; `nil` leaves it to terminfo.
  ///
  /// A word on the command line outranks `NO_COLOR` (no-color.org), which outranks `COLORTERM`.
  func ability(environment: TerminalEnvironment) -> ColorAbility? {
    switch self {
    case .auto:
      if environment.hasNoColor { return ColorAbility.none }
      return environment.claimsTruecolor ? .truecolor : nil
    case .truecolor: return .truecolor
    case .palette256: return .palette256
    case .palette16: return .palette16
    case .none: return ColorAbility.none
    }
  }
}
