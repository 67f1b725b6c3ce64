import Workbench

extension Key {
  /// A character as a terminal sends it when nothing else is agreed; C0 stands for control and a key.
  ///
  /// `nil` for C1 controls, which no key sends.
  init?(typed scalar: Unicode.Scalar, isAlt: Bool) {
    let alt: Modifiers = isAlt ? .alt : []
    switch scalar.value {
    case 0x00: self.init(.character(" "), alt.union(.control))
    case 0x08, 0x7F: self.init(.backspace, alt)
    case 0x09: self.init(.tab, alt)
    case 0x0D: self.init(.enter, alt)
    case 0x1B: self.init(.escape, alt)
    case 0x01...0x1A:
      self.init(.character(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60))), [.control, alt])
    case 0x1C...0x1F:
      self.init(.character(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40))), [.control, alt])
    case 0x80...0x9F: return nil
    default: self.init(.character(Character(scalar)), alt)
    }
  }

  /// A code point and modifiers, as kitty and modifyOtherKeys report them, brought to the one form that
  /// `Key` promises, so that a binding holds on every terminal.
  init?(codePoint: Int, modifiers: Modifiers) {
    if let code = Code(kittyFunction: codePoint) {
      self.init(code, modifiers)
      return
    }
    guard !(0xE000...0xF8FF).contains(codePoint), let scalar = Unicode.Scalar(UInt32(codePoint))
    else { return nil }
    let others = modifiers.subtracting(.shift)
    switch scalar.value {
    case 0x08, 0x7F: self.init(.backspace, others)
    case 0x09: self.init(.tab, modifiers)
    case 0x0D: self.init(.enter, modifiers)
    case 0x1B: self.init(.escape, others)
    case 0x00...0x1F, 0x80...0x9F: self.init(typed: scalar, isAlt: modifiers.contains(.alt))
    default:
      if modifiers.contains(.control) {
        self.init(controlled: scalar, others)
      } else {
        self.init(.character(Self.shifted(scalar, modifiers)), others)
      }
    }
  }

  private init(controlled scalar: Unicode.Scalar, _ modifiers: Modifiers) {
    let plain = modifiers.subtracting(.control)
    switch Character(scalar) {
    case "i", "I": self.init(.tab, plain)
    case "m", "M": self.init(.enter, plain)
    case "[", "3": self.init(.escape, plain)
    case "h", "H", "?", "8": self.init(.backspace, plain)
    case "@", "2": self.init(.character(" "), modifiers)
    case "/", "7": self.init(.character("_"), modifiers)
    case let character:
      let lowercased = character.lowercased()
      self.init(.character(lowercased.count == 1 ? Character(lowercased) : character), modifiers)
    }
  }

  private static func shifted(_ scalar: Unicode.Scalar, _ modifiers: Modifiers) -> Character {
    guard modifiers.contains(.shift) else { return Character(scalar) }
    let uppercased = String(scalar).uppercased()
    return uppercased.count == 1 ? Character(uppercased) : Character(scalar)
  }
}

extension Key.Code {
  /// kitty, "Functional key definitions": numbers from the private use area.
  fileprivate init?(kittyFunction number: Int) {
    switch number {
    case 57_376...57_387: self = .function(number - 57_363)
    case 57_399...57_408: self = .character(Character(Unicode.Scalar(UInt8(number - 57_351))))
    case 57_414: self = .enter
    case 57_417: self = .left
    case 57_418: self = .right
    case 57_419: self = .up
    case 57_420: self = .down
    case 57_421: self = .pageUp
    case 57_422: self = .pageDown
    case 57_423: self = .home
    case 57_424: self = .end
    case 57_425: self = .insert
    case 57_426: self = .delete
    default:
      let keypad: [Int: Character] = [
        57_409: ".", 57_410: "/", 57_411: "*", 57_412: "-", 57_413: "+", 57_415: "=", 57_416: ",",
      ]
      guard let character = keypad[number] else { return nil }
      self = .character(character)
    }
  }
}
