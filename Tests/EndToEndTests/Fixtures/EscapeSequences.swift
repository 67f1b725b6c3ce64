/// The control functions in the bytes that a program sent to its terminal.
struct EscapeSequences {
  /// `CSI` sequences, without the introducer: `31m`, `?25h`.
  private(set) var controls: [String] = []
  /// The content of `OSC` strings.
  private(set) var commands: [String] = []
  /// The second byte of every other sequence that begins with ESC.
  private(set) var others: Set<Character> = []
  /// Bytes of C0, and DEL, outside any sequence.
  private(set) var bare: Set<UInt8> = []

  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == 0x1B else {
        if byte < 0x20 || byte == 0x7F { bare.insert(byte) }
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "["): controls.append(Self.takeControl(&rest))
      case UInt8(ascii: "]"): commands.append(Self.takeCommand(&rest))
      case UInt8(ascii: "("): rest = rest.dropFirst()  // a character set, as ncurses puts it
      case let other?: others.insert(Character(UnicodeScalar(other)))
      case nil: break
      }
    }
  }

  private static func takeControl(_ rest: inout ArraySlice<UInt8>) -> String {
    let parameters = rest.prefix { !(0x40...0x7E).contains($0) }
    rest = rest.dropFirst(parameters.count)
    let final = rest.popFirst().map { [$0] } ?? []
    return String(decoding: parameters + final, as: UTF8.self)
  }

  private static func takeCommand(_ rest: inout ArraySlice<UInt8>) -> String {
    let content = rest.prefix { $0 != 0x07 && $0 != 0x1B }
    rest = rest.dropFirst(content.count)
    if rest.popFirst() == 0x1B { rest = rest.dropFirst() }
    return String(decoding: content, as: UTF8.self)
  }

  /// The kinds of colour that were asked for.
  var colors: Set<ColorKind> {
    Set(controls.filter { $0.last == "m" && $0.first != ">" }.flatMap(Self.colors))
  }

  /// How a colour was named.
  enum ColorKind: Hashable {
    case named
    case palette
    case direct
  }

  private static func colors(in rendition: String) -> [ColorKind] {
    var kinds: [ColorKind] = []
    var numbers = rendition.dropLast().split { $0 == ";" || $0 == ":" }.compactMap { Int($0) }[...]
    while let number = numbers.popFirst() {
      switch number {
      case 30...37, 40...47, 90...97, 100...107: kinds.append(.named)
      case 38, 48:
        let isDirect = numbers.popFirst() == 2
        kinds.append(isDirect ? .direct : .palette)
        numbers = numbers.dropFirst(isDirect ? 3 : 1)
      default: break
      }
    }
    return kinds
  }
}
