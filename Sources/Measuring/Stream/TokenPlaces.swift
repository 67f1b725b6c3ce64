import Conversation

/// Where tokens lie in the text that they made.
package enum TokenPlaces {
  /// Where a token begins in a text, in bytes; tokens that are pieces of characters are skipped, and the place found again by
  /// those after them.
  ///
  /// - Returns: `nil` where the token is such a piece, or the text does not agree with the tokens up to here.
  package static func start(
    ofToken index: Int,
    among tokens: [TokenLogProb],
    in text: some Collection<UInt8>
  ) -> Int? {
    guard tokens.indices.contains(index) else { return nil }
    let text = Array(text)
    var place = 0
    var pieces = 0
    for token in tokens[...index] {
      let bytes = Array(token.token.utf8)
      if text.holds(bytes, at: place), pieces == 0 {
        place += bytes.count
      } else if token.token.unicodeScalars.contains("\u{FFFD}") {
        pieces += 1
      } else if pieces > 0, !bytes.isEmpty,
        let found = (place + 1...place + pieces * mostBytesOfAPiece)
          .first(where: { text.holds(bytes, at: $0) })
      {
        place = found + bytes.count
        pieces = 0
      } else {
        return nil
      }
    }
    return pieces == 0 ? place - tokens[index].token.utf8.count : nil
  }

  /// A token may hold a piece of a character after whole ones.
  private static var mostBytesOfAPiece: Int { 16 }
}

extension [UInt8] {
  fileprivate func holds(_ bytes: [UInt8], at place: Int) -> Bool {
    place + bytes.count <= count && self[place..<place + bytes.count].elementsEqual(bytes)
  }
}
