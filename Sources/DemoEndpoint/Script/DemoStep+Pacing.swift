extension [DemoStep] {
  /// The text word by word, in even steps.
  static func paced(
    _ text: String,
    perSecond: Double,
    as step: (String) -> DemoStep = DemoStep.content
  ) -> [DemoStep] {
    text.words.flatMap { [.wait(milliseconds: 1_000 / perSecond), step($0)] }
  }

  /// The text in bursts of words that leave at once, with silence between them.
  static func bursts(_ text: String, words: Int, pauseMilliseconds: Double) -> [DemoStep] {
    text.words.enumerated().flatMap { index, word -> [DemoStep] in
      index.isMultiple(of: words)
        ? [.wait(milliseconds: pauseMilliseconds), .content(word)] : [.content(word)]
    }
  }

  /// The text in even steps, with one long silence in the middle.
  static func stalling(_ text: String, perSecond: Double, stallMilliseconds: Double) -> [DemoStep] {
    let half = text.firstHalf
    return paced(half, perSecond: perSecond) + [.wait(milliseconds: stallMilliseconds)]
      + paced(String(text.dropFirst(half.count)), perSecond: perSecond)
  }

  /// The text in even steps, each word with a multi-byte character cut inside it.
  static func torn(_ text: String, perSecond: Double) -> [DemoStep] {
    paced(text, perSecond: perSecond) { word in
      word.utf8.allSatisfy { $0 < 0x80 } ? .content(word) : .torn(word)
    }
  }
}

extension String {
  /// The pieces that the text is sent in: each a word with the white space that follows it.
  fileprivate var words: [String] {
    var words: [String] = []
    var start = startIndex
    var isAfterSpace = false
    for index in indices {
      if isAfterSpace && !self[index].isWhitespace {
        words.append(String(self[start..<index]))
        start = index
      }
      isAfterSpace = self[index].isWhitespace
    }
    if start < endIndex { words.append(String(self[start...])) }
    return words
  }

  /// The first half of its words.
  var firstHalf: String {
    let words = words
    return words.prefix(words.count / 2).joined()
  }
}
