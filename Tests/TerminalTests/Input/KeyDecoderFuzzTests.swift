import Support
import Terminal
import Testing
import Workbench

/// Random bytes, mixed from pieces that terminals send and from noise.
@Suite struct KeyDecoderFuzzTests {
  @Test("stands anything and types no control", arguments: Soak.seeds(20, whole: 500))
  func stands(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var decoder = KeyDecoder()
    for _ in 0..<2_000 {
      let decoded = decoder.feed(piece(&random)) + (random.next() % 7 == 0 ? decoder.flush() : [])
      #expect(decoded.filter(holdsControl) == [])
    }
  }

  @Test("finds its way back to plain typing", arguments: Soak.seeds(20, whole: 500))
  func recovers(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var decoder = KeyDecoder()
    for _ in 0..<50 { _ = decoder.feed(piece(&random)) }
    _ = decoder.feed("\u{1B}[201~".utf8)
    _ = decoder.flush()
    #expect(decoder.feed(".x".utf8).last == .key("x"))
  }

  private func piece(_ random: inout SeededGenerator) -> [UInt8] {
    let known = DecoderCases.all[Int(random.next() % UInt64(DecoderCases.all.count))].bytes
    switch random.next() % 4 {
    case 0: return known
    case 1: return Array(known.prefix(Int(random.next() % UInt64(known.count + 1))))
    case 2: return Array(known.suffix(Int(random.next() % UInt64(known.count + 1))))
    default: return (0..<random.next() % 9).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    }
  }

  private func holdsControl(_ decoded: DecodedInput) -> Bool {
    switch decoded {
    case .input(.key(let key)):
      guard case .character(let character) = key.code else { return false }
      return character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    case .input(.paste(let text)):
      return text.unicodeScalars.contains {
        $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
      }
    case .input(.mouse), .input(.focus), .reply: return false
    }
  }
}
