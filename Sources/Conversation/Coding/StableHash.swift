/// A number that follows from texts, the same on every machine and in every version; for names, not for secrets.
///
/// FNV-1a (Fowler, Noll, Vo), 64 bits, with SplitMix64 behind it.
package struct StableHash: Sendable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  package init(_ texts: String...) {
    for text in texts { add(text: text) }
  }

  /// Adds a text and its end.
  package mutating func add(text: String) {
    add(text.utf8)
    add([0xFF])
  }

  /// Adds bytes, without an end.
  package mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  /// The number.
  package var value: UInt64 {
    var generator = SeededGenerator(seed: state)
    return generator.next()
  }

  /// The id of a conversation that these texts name.
  package var conversationID: ConversationID {
    var generator = SeededGenerator(seed: state)
    return ConversationID(using: &generator)
  }
}
