/// Numbers for the words of texts that are compared: the same number for the same bytes, and for no others.
struct WordTable: Sendable {
  /// Told apart by bytes, where `String` takes a composed letter for one with a mark behind it.
  private struct Key: Hashable, Sendable {
    let text: String

    static func == (left: Self, right: Self) -> Bool {
      left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
      text.utf8.withContiguousStorageIfAvailable {
        hasher.combine(bytes: UnsafeRawBufferPointer($0))
      }
    }
  }

  private var ids: [Key: Int32] = [:]
  /// A number of each word that is the same in every table, by the word's id.
  private(set) var hashes: [UInt32] = []

  /// The number of a word in valid UTF-8.
  mutating func id(of bytes: Span<UInt8>) -> Int32 {
    let text = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    let key = Key(text: text)
    if let id = ids[key] { return id }
    let id = Int32(ids.count)
    ids[key] = id
    hashes.append(Self.hash(key.text))
    return id
  }

  /// FNV-1a, its bits mixed once more.
  private static func hash(_ text: String) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return UInt32(truncatingIfNeeded: (hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9 >> 32)
  }
}
