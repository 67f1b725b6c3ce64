/// What a stretch of a text says, for telling how much another one is like it.
struct WordBag: Sendable, Hashable {
  /// Hashes of its words, ascending; of many the smallest, which are a fair sample.
  private let words: [UInt32]

  static let sampleSize = 64

  init(_ text: TokenText, _ tokens: Range<Int>, _ table: WordTable) {
    let spoken = tokens.filter { text.kinds[$0].isSpoken }
    // Where there are no words signs must do.
    let chosen = spoken.isEmpty ? tokens.filter { text.kinds[$0] == .sign } : spoken
    words = Array(
      Set(chosen.map { table.hashes[Int(text.ids[$0])] }).sorted().prefix(Self.sampleSize)
    )
  }

  var isEmpty: Bool { words.isEmpty }

  /// The words that both have, as a part of those that one of them has, 0...1 (Broder's estimate for samples).
  func likeness(to other: WordBag) -> Double {
    guard !words.isEmpty, !other.words.isEmpty else { return 0 }
    var (index, place, all, both) = (0, 0, 0, 0)
    while all < Self.sampleSize, index < words.count || place < other.words.count {
      all += 1
      if place == other.words.count {
        index += 1
      } else if index == words.count {
        place += 1
      } else if words[index] == other.words[place] {
        both += 1
        (index, place) = (index + 1, place + 1)
      } else if words[index] < other.words[place] {
        index += 1
      } else {
        place += 1
      }
    }
    return Double(both) / Double(all)
  }
}
