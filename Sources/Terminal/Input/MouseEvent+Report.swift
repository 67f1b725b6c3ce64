import Workbench

extension MouseEvent {
  /// How far one notch of the wheel goes.
  private static let linesPerNotch = 3

  /// An SGR report, `CSI < button ; column ; row M` or `m`; `nil` for any other sequence and for
  /// buttons that nothing is bound to.
  init?(_ found: ControlSequence) {
    guard found.prefix == UInt8(ascii: "<"), found.numbers.count == 3,
      found.final == UInt8(ascii: "M") || found.final == UInt8(ascii: "m")
    else { return nil }
    self.init(
      button: found[0],
      column: found[1],
      row: found[2],
      isRelease: found.final == UInt8(ascii: "m")
    )
  }

  /// A report taken apart; row and column count from 1, as reported.
  ///
  /// `button` is xterm's code: 0 to 2 a button, 3 the release of the old form, 32 is added for motion,
  /// 64 for the wheel; 4, 8 and 16 are the modifiers in the order of those of keys.
  init?(button: Int, column: Int, row: Int, isRelease: Bool) {
    let isMotion = button & 32 != 0
    let kind: Kind
    switch (button & ~0b11_1100, isMotion) {
    case (64, _): kind = .wheel(-Self.linesPerNotch)
    case (65, _): kind = .wheel(Self.linesPerNotch)
    case (0, true): kind = .drag
    case (0, false): kind = isRelease ? .release : .press
    case (3, false): kind = .release
    default: return nil
    }
    self.init(
      kind: kind,
      row: max(0, row - 1),
      column: max(0, column - 1),
      modifiers: Key.Modifiers(xterm: 1 + (button & 0b1_1100) >> 2)
    )
  }
}
