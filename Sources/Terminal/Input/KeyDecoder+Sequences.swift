import Workbench

extension KeyDecoder {
  mutating func controlSequence(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "[") where sequence.isEmpty: state = .linuxFunction
    case UInt8(ascii: "M") where sequence.isEmpty: state = .oldMouse
    // rxvt ends shifted keys with a dollar sign, which elsewhere is an intermediate byte.
    case UInt8(ascii: "$") where !sequence.isEmpty && sequence.allSatisfy(Self.isDigit):
      finishControlSequence(byte)
    case 0x20...0x3F: if hasRoom() { sequence.append(byte) }
    case 0x40...0x7E: finishControlSequence(byte)
    default: abandonSequence(at: byte)
    }
  }

  mutating func singleShift(_ byte: UInt8) {
    switch byte {
    case 0x30...0x3B where sequence.count < 8: sequence.append(byte)
    case 0x40...0x7E:
      let modifiers = Key.Modifiers(xterm: ControlSequence(sequence, final: byte).numbers.last ?? 1)
      if let key = Key(singleShift: byte, modifiers: withAlt(modifiers)) {
        decoded.append(.input(.key(key)))
      } else if sequence.isEmpty {
        // Alt-Shift-O, and then a key of its own.
        return retract(UInt8(ascii: "O"), before: byte)
      }
      reset()
    case 0x20...0x7E where sequence.isEmpty: retract(UInt8(ascii: "O"), before: byte)
    default: abandonSequence(at: byte)
    }
  }

  mutating func stringContent(_ byte: UInt8, _ introducer: UInt8) {
    if sequence.isEmpty, !Self.canBegin(introducer, with: byte) {
      return retract(introducer, before: byte)
    }
    switch byte {
    case 0x1B: state = .stringEscape(introducer)
    case 0x07 where introducer == UInt8(ascii: "]"): finishString(introducer)
    case 0x18, 0x1A: reset()
    default: if hasRoom() { sequence.append(byte) }
    }
  }

  mutating func stringTerminator(_ byte: UInt8, _ introducer: UInt8) {
    if byte == UInt8(ascii: "\\") { return finishString(introducer) }
    // Not ST: the string is lost, the ESC begins something new.
    reset()
    decoded.append(.reply(.other))
    for next in [0x1B, byte] { abandonSequence(at: next) }
  }

  func withAlt(_ modifiers: Key.Modifiers) -> Key.Modifiers {
    isAlt ? modifiers.union(.alt) : modifiers
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Which content an answer of a terminal can begin with; anything else was typed after Alt.
  private static func canBegin(_ introducer: UInt8, with byte: UInt8) -> Bool {
    switch introducer {
    case UInt8(ascii: "]"): isDigit(byte)
    case UInt8(ascii: "P"): (0x21...0x3E).contains(byte)
    default: byte == UInt8(ascii: "G")
    }
  }

  private mutating func finishString(_ introducer: UInt8) {
    let content = sequence
    reset()
    let reply: TerminalReply =
      switch introducer {
      case UInt8(ascii: "]"): TerminalReply(operatingSystem: content)
      case UInt8(ascii: "P"): TerminalReply(deviceControl: content)
      default: .other
      }
    decoded.append(.reply(reply))
  }

  private mutating func finishControlSequence(_ final: UInt8) {
    let found = ControlSequence(sequence, final: final)
    let wasAlt = isAlt
    reset()
    if found.isPasteStart {
      state = .paste
    } else if let reply = TerminalReply(found) {
      decoded.append(.reply(reply))
    } else if let mouse = MouseEvent(found) {
      append(mouse)
    } else if let isFocused = found.focus {
      decoded.append(.input(.focus(isFocused)))
    } else if var key = Key(found) {
      if wasAlt { key.modifiers.insert(.alt) }
      decoded.append(.input(.key(key)))
    }
  }

  mutating func finishOldMouse() {
    let bytes = sequence.map { Int($0) - 32 }
    reset()
    let report = MouseEvent(button: bytes[0], column: bytes[1], row: bytes[2], isRelease: false)
    if let report { append(report) }
  }

  private mutating func append(_ mouse: MouseEvent) {
    guard case .input(.mouse(let last)) = decoded.last, let sum = last.merged(with: mouse) else {
      return decoded.append(.input(.mouse(mouse)))
    }
    decoded.removeLast()
    if sum.kind != .wheel(0) { decoded.append(.input(.mouse(sum))) }
  }
}
