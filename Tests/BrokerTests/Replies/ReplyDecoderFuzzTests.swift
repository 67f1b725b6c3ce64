import Conversation
import Support
import Testing

@testable import Broker

/// Damaged streams from a seed: whatever arrives, and however it is cut, the reply is the same and ends.
@Suite struct ReplyDecoderFuzzTests {
  @Test func readsDamagedStreamsTheSameWayHoweverTheyAreCut() {
    let bodies = DialectCases.all.map { Array($0.body.utf8) }.filter { !$0.isEmpty }
    for seed in Soak.seeds(400, whole: 50_000) {
      var random = SeededGenerator(seed: seed)
      let body = Self.damaged(bodies.randomElement(using: &random) ?? [], using: &random)
      let whole = DecodedReply.of([body[...]])
      let cuts = (0..<3).map { _ in Int.random(in: 0...body.count, using: &random) }.sorted()
      let parts = zip([0] + cuts, cuts + [body.count]).map { body[$0..<$1] }
      #expect(DecodedReply.of(parts) == whole, "seed \(seed)")
      #expect(whole.endings.count == 1, "seed \(seed)")
    }
  }

  /// Changes, drops, repeats or inserts a few bytes.
  private static func damaged(
    _ body: [UInt8],
    using random: inout SeededGenerator
  ) -> [UInt8] {
    let special = Array("\"\\{}[]:,\n\r \u{FEFF}du0e-".utf8) + [0, 0xFF, 0xC3, 0xED]
    var body = body
    for _ in 0..<Int.random(in: 1...6, using: &random) where !body.isEmpty {
      let place = Int.random(in: 0..<body.count, using: &random)
      let byte = special.randomElement(using: &random) ?? 0
      switch Int.random(in: 0..<5, using: &random) {
      case 0: body[place] = byte
      case 1: body.insert(byte, at: place)
      case 2: body.remove(at: place)
      case 3: body.removeSubrange(place..<min(place + 20, body.count))
      default: body.insert(contentsOf: body[place...].prefix(40), at: place)
      }
    }
    return body
  }
}
