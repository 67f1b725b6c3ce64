extension Floods {
  /// Words no longer than this cost little, whatever is in them.
  private static let shortWord = 64
  private static let mostSigns = 16
  private static let mostBrackets = 32

  /// Hides what makes addresses of a word that has more beginnings of them than one word would, or that ends
  /// in more brackets: cmark reads the word once for each.
  mutating func hideLongAddresses(in line: Range<Int>) {
    var start = line.lowerBound
    while start < line.upperBound {
      let end = text[start..<line.upperBound].firstIndex { " \t<".utf8.contains($0) }
      if (end ?? line.upperBound) - start > Self.shortWord {
        hideAddresses(in: start..<(end ?? line.upperBound))
      }
      start = (end ?? line.upperBound) + 1
    }
  }

  private mutating func hideAddresses(in word: Range<Int>) {
    let mails = word.filter { text[$0] == UInt8(ascii: "@") }
    let sites = word.filter { beginsSite(at: $0, in: word) }
    let schemes = word.filter { text[$0..<word.upperBound].starts(with: "://".utf8) }
    let isFlood =
      mails.count > Self.mostSigns || sites.count > Self.mostSigns
      || !(sites.isEmpty && schemes.isEmpty) && bracketsAtEnd(of: word) > Self.mostBrackets
    guard isFlood else { return }
    for index in mails + sites + schemes { text[index] = Self.sign }
  }

  private func beginsSite(at index: Int, in word: Range<Int>) -> Bool {
    guard text[index] | 0x20 == UInt8(ascii: "w"), index + 3 < word.upperBound else { return false }
    return text[index + 1] | 0x20 == UInt8(ascii: "w")
      && text[index + 2] | 0x20 == UInt8(ascii: "w")
      && text[index + 3] == UInt8(ascii: ".")
  }

  /// How many closing brackets stand among the signs that are no part of an address at its end.
  private func bracketsAtEnd(of word: Range<Int>) -> Int {
    var count = 0
    var index = word.upperBound
    while index > word.lowerBound {
      let byte = text[index - 1]
      if byte == UInt8(ascii: ")") {
        count += 1
      } else if byte == UInt8(ascii: ";") {
        // An entity, too, is none.
        let letters = text[word.lowerBound..<index - 1].reversed().prefix {
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
        }.count
        let sign = index - 2 - letters
        if sign >= word.lowerBound, text[sign] == UInt8(ascii: "&") { index = sign + 1 }
      } else if !"?!.,:*_~'\"".utf8.contains(byte) {
        return count
      }
      index -= 1
    }
    return count
  }
}
