import Terminal
import Testing
import Workbench

/// Bytes of a terminal, and what they mean.
struct DecoderCase: Sendable, CustomTestStringConvertible {
  let bytes: [UInt8]
  let expected: [DecodedInput]

  init(_ text: String, _ expected: DecodedInput...) {
    self.init(bytes: Array(text.utf8), expected)
  }

  init(bytes: [UInt8], _ expected: [DecodedInput]) {
    (self.bytes, self.expected) = (bytes, expected)
  }

  /// A key by its notation.
  static func key(_ text: String, _ notation: String) -> DecoderCase {
    DecoderCase(text, DecodedInput.key(notation))
  }

  var testDescription: String {
    bytes.map { (0x21...0x7E).contains($0) ? String(Unicode.Scalar($0)) : "<\($0)>" }.joined()
  }
}

extension DecodedInput {
  static func key(_ notation: String) -> DecodedInput {
    guard let key = Key(notation: notation) else { preconditionFailure("no key: \(notation)") }
    return .input(.key(key))
  }

  static func mouse(
    _ kind: MouseEvent.Kind,
    _ row: Int,
    _ column: Int,
    _ modifiers: Key.Modifiers = []
  ) -> DecodedInput {
    .input(.mouse(MouseEvent(kind: kind, row: row, column: column, modifiers: modifiers)))
  }
}

extension KeyDecoder {
  mutating func feed(_ bytes: some Sequence<UInt8>) -> [DecodedInput] {
    Array(bytes).withUnsafeBytes { feed($0) }
  }

  /// What the bytes mean to a decoder that has seen nothing, when the time limit passes after them.
  static func decode(_ bytes: [UInt8]) -> [DecodedInput] {
    var decoder = KeyDecoder()
    return decoder.feed(bytes) + decoder.flush()
  }
}
