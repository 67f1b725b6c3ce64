import Workbench

/// Turns the bytes of a terminal into what the person did, wherever the reads cut them.
///
/// Pure and without a clock: what may still go on (a lone ESC, half a sequence) is kept, `wait` says
/// so, and `flush()` settles it when the time is up. Never gives a control character as text.
/// Understands the keys of xterm, the Linux console, rxvt, kitty (`CSI u`) and modifyOtherKeys.
package struct KeyDecoder: Sendable {
  /// What the decoder holds back.
  package enum Wait: Sendable, Hashable {
    case nothing
    /// An ESC that is a key of its own unless more comes at once.
    case escape
    /// A sequence that has begun.
    case sequence
  }

  enum State: Sendable {
    case ground
    case escape
    case csi
    case ss3
    /// `CSI [`, then one letter: F1 to F5 of the Linux console.
    case linuxFunction
    /// `CSI M`, then three bytes: a mouse report of the old form.
    case oldMouse
    /// OSC, DCS or APC, named by the byte that began it, until ST.
    case string(UInt8)
    case stringEscape(UInt8)
    case paste
  }

  /// Longer sequences are swallowed whole.
  private static let longestSequence = 4_096

  var state = State.ground
  /// ESC stood before the character or sequence.
  var isAlt = false
  /// The parameter bytes of a sequence, or the content of a string.
  var sequence: [UInt8] = []
  var decoded: [DecodedInput] = []
  private var scalars = ScalarAssembler()
  private var paste = PasteCollector()

  package init() {}

  package var wait: Wait {
    switch state {
    case .ground, .paste: .nothing
    case .escape: .escape
    case .csi, .ss3, .linuxFunction, .oldMouse, .string, .stringEscape: .sequence
    }
  }

  /// Decodes the next bytes; wheel turns that follow each other within them become one.
  package mutating func feed(_ bytes: UnsafeRawBufferPointer) -> [DecodedInput] {
    var rest = bytes
    while !rest.isEmpty {
      if case .paste = state {
        let (taken, text) = paste.feed(rest)
        rest = UnsafeRawBufferPointer(rebasing: rest[taken...])
        guard let text else { continue }
        state = .ground
        decoded.append(.input(.paste(text)))
      } else {
        step(rest[0])
        rest = UnsafeRawBufferPointer(rebasing: rest[1...])
      }
    }
    return take()
  }

  /// Settles what was held back: an ESC is the key, half a sequence is dropped.
  package mutating func flush() -> [DecodedInput] {
    switch state {
    case .ground, .paste: return []
    case .escape:
      if isAlt { emit(.escape) }
      emit(.escape)
    case .csi where sequence.isEmpty: emit(.character("["), .alt)
    case .ss3 where sequence.isEmpty: emit(.character("O"), .alt)
    case .string(let introducer) where sequence.isEmpty:
      emit(.character(Character(Unicode.Scalar(introducer))), .alt)
    case .csi, .ss3, .linuxFunction, .oldMouse, .string, .stringEscape: break
    }
    reset()
    return take()
  }

  private mutating func take() -> [DecodedInput] {
    defer { decoded = [] }
    return decoded
  }

  mutating func reset() {
    state = .ground
    isAlt = false
    sequence.removeAll(keepingCapacity: true)
  }

  mutating func emit(_ code: Key.Code, _ modifiers: Key.Modifiers = []) {
    decoded.append(.input(.key(Key(code, modifiers))))
  }

  private mutating func step(_ byte: UInt8) {
    switch state {
    case .ground: ground(byte)
    case .escape: afterEscape(byte)
    case .csi: controlSequence(byte)
    case .ss3: singleShift(byte)
    case .linuxFunction:
      if (0x41...0x45).contains(byte) { emit(.function(Int(byte) - 0x40)) }
      reset()
    case .oldMouse:
      sequence.append(byte)
      if sequence.count == 3 { finishOldMouse() }
    case .string(let introducer): stringContent(byte, introducer)
    case .stringEscape(let introducer): stringTerminator(byte, introducer)
    case .paste: break
    }
  }

  func hasRoom() -> Bool { sequence.count < Self.longestSequence }
}

extension KeyDecoder {
  private mutating func ground(_ byte: UInt8) {
    var complete: [Unicode.Scalar] = []
    if byte == 0x1B {
      scalars.abandon { complete.append($0) }
    } else {
      scalars.feed(byte) { complete.append($0) }
    }
    for scalar in complete {
      if let key = Key(typed: scalar, isAlt: isAlt) { decoded.append(.input(.key(key))) }
      isAlt = false
    }
    if byte == 0x1B { state = .escape }
  }

  private mutating func afterEscape(_ byte: UInt8) {
    switch byte {
    case 0x1B:
      // ESC ESC [ A is Alt-Up in rxvt and PuTTY, so the first one waits with the second.
      if isAlt { emit(.escape) }
      isAlt = true
      return
    case UInt8(ascii: "["): state = .csi
    case UInt8(ascii: "O"): state = .ss3
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"): state = .string(byte)
    default:
      if isAlt { emit(.escape) }
      isAlt = true
      state = .ground
      ground(byte)
    }
  }

  /// A byte that no sequence may hold ends it unheard; the byte counts by itself.
  mutating func abandonSequence(at byte: UInt8) {
    reset()
    ground(byte)
  }

  /// After Alt and the key `introducer`, where it turned out to begin nothing.
  mutating func retract(_ introducer: UInt8, before byte: UInt8) {
    reset()
    emit(.character(Character(Unicode.Scalar(introducer))), .alt)
    ground(byte)
  }
}
