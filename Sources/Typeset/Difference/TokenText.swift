/// A text as words, blanks and signs, which grows at its end.
///
/// No token ends within a character. Tokens stand side by side and cover the text.
struct TokenText: Sendable {
  /// What the tokens are, told apart by number.
  private(set) var ids: [Int32] = []
  private(set) var kinds: [TokenKind] = []
  /// Where each token begins in UTF-8 bytes, and at last where the text ends.
  private(set) var starts: [Int] = [0]

  var count: Int { ids.count }
  var byteCount: Int { starts[count] }

  func bytes(of tokens: Range<Int>) -> Range<Int> {
    starts[tokens.lowerBound]..<starts[tokens.upperBound]
  }

  /// Takes the whole text as it is now.
  ///
  /// - Parameters:
  ///   - text: Begins with what was given before.
  ///   - words: Those of all texts that are compared with each other.
  mutating func extend(to text: String, words: inout WordTable) {
    // `don` and `'` may become one word with what follows.
    let kept = max(0, count - 2)
    ids.removeSubrange(kept...)
    kinds.removeSubrange(kept...)
    starts.removeSubrange((kept + 1)...)
    let bytes = text.utf8.span
    var reader = TokenReader(from: starts[kept])
    while let (kind, range) = reader.next(in: bytes) {
      ids.append(words.id(of: bytes.extracting(range)))
      kinds.append(kind)
      starts.append(range.upperBound)
    }
  }
}
