import Workbench

extension Key {
  /// The key that a `CSI` sequence stands for; `nil` where it stands for none.
  init?(_ found: ControlSequence) {
    switch found.final {
    case UInt8(ascii: "u"): self.init(kitty: found)
    case UInt8(ascii: "~"): self.init(tilde: found)
    case UInt8(ascii: "^"), UInt8(ascii: "@"), UInt8(ascii: "$"): self.init(rxvt: found)
    case UInt8(ascii: "Z"): self.init(.tab, .shift)
    case 0x61...0x64:
      self.init(singleShift: found.final - 0x20, modifiers: .shift)
    case UInt8(ascii: "A")...UInt8(ascii: "H"), UInt8(ascii: "P")...UInt8(ascii: "S"):
      guard found.prefix == 0, found.intermediate == 0, !found.isRelease else { return nil }
      self.init(
        singleShift: found.final,
        modifiers: Modifiers(xterm: found.numbers.dropFirst().last ?? 1)
      )
    default: return nil
    }
  }

  /// The key that `SS3` and this byte stand for, or `CSI` and the same letter.
  init?(singleShift final: UInt8, modifiers: Modifiers) {
    switch final {
    case UInt8(ascii: "A"): self.init(.up, modifiers)
    case UInt8(ascii: "B"): self.init(.down, modifiers)
    case UInt8(ascii: "C"): self.init(.right, modifiers)
    case UInt8(ascii: "D"): self.init(.left, modifiers)
    case UInt8(ascii: "F"): self.init(.end, modifiers)
    case UInt8(ascii: "H"): self.init(.home, modifiers)
    case UInt8(ascii: "P")...UInt8(ascii: "S"):
      self.init(.function(Int(final) - 0x4F), modifiers)
    case UInt8(ascii: "M"): self.init(.enter, modifiers)
    case UInt8(ascii: "I"): self.init(.tab, modifiers)
    case UInt8(ascii: "X"): self.init(.character("="), modifiers.subtracting(.shift))
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      self.init(singleShift: final - 0x20, modifiers: modifiers.union(.control))
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      self.init(
        .character(Character(Unicode.Scalar(final - 0x40))),
        modifiers.subtracting(.shift)
      )
    default: return nil
    }
  }

  /// `CSI number ~`, with xterm's modifier as second parameter; `CSI 27 ; modifier ; code ~` is
  /// modifyOtherKeys.
  private init?(tilde found: ControlSequence) {
    guard found.prefix == 0, !found.isRelease else { return nil }
    if found[0] == 27, found.numbers.count == 3 {
      self.init(codePoint: found[2], modifiers: Modifiers(xterm: found[1]))
    } else if let code = Code(tilde: found[0]) {
      self.init(code, found.numbers.count > 1 ? Modifiers(xterm: found[1]) : [])
    } else {
      return nil
    }
  }

  /// rxvt: `CSI 5 ^` is control, `CSI 5 $` shift, `CSI 5 @` both.
  private init?(rxvt found: ControlSequence) {
    guard found.prefix == 0, let code = Code(tilde: found[0]) else { return nil }
    switch found.final {
    case UInt8(ascii: "^"): self.init(code, .control)
    case UInt8(ascii: "$"): self.init(code, .shift)
    default: self.init(code, [.control, .shift])
    }
  }

  /// `CSI code : shifted : base ; modifiers : event ; text u`.
  private init?(kitty found: ControlSequence) {
    guard found.prefix == 0, !found.isRelease else { return nil }
    let bits = max(found[1], 1) - 1
    // With Super or Hyper held it is the window manager's, or nobody's.
    guard bits & 0b1_1000 == 0 else { return nil }
    let modifiers = Modifiers(xterm: (bits & 0b111) + 1).union(bits & 32 != 0 ? .alt : [])
    let shifted = found.parts.first.flatMap { $0.count > 1 && $0[1] > 0 ? $0[1] : nil }
    let code = modifiers.contains(.shift) ? shifted ?? found[0] : found[0]
    self.init(codePoint: code, modifiers: modifiers)
  }
}

extension ControlSequence {
  /// kitty's third kind of event.
  fileprivate var isRelease: Bool {
    parts.count > 1 && parts[1].count > 1 && parts[1][1] == 3
  }
}

extension Key.Modifiers {
  /// xterm counts from 1: 1 + shift 1, alt 2, control 4, meta 8; meta is alt to us.
  init(xterm number: Int) {
    let bits = UInt8(truncatingIfNeeded: max(number, 1) - 1)
    self.init(rawValue: bits & 0b111)
    if bits & 0b1000 != 0 { insert(.alt) }
  }
}

extension Key.Code {
  fileprivate init?(tilde number: Int) {
    switch number {
    case 1, 7: self = .home
    case 2: self = .insert
    case 3: self = .delete
    case 4, 8: self = .end
    case 5: self = .pageUp
    case 6: self = .pageDown
    case 11...15: self = .function(number - 10)
    case 17...21: self = .function(number - 11)
    case 23...26: self = .function(number - 12)
    case 28, 29: self = .function(number - 13)
    case 31...34: self = .function(number - 14)
    default: return nil
    }
  }
}
