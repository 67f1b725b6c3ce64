/// Keeps back what a server repeats of the words that its answer was to begin with.
///
/// What was kept back and turns out to be another text is handed on, with nothing lost.
struct EchoFilter {
  private let words: [UInt8]
  private var repeated = 0
  private var isOver: Bool

  /// - Parameter words: Empty for nothing to keep back.
  init(of words: String) {
    self.words = Array(words.utf8)
    isOver = words.isEmpty
  }

  /// Takes the next text of the answer, and hands on what is new.
  mutating func pass(
    _ text: UnsafeBufferPointer<UInt8>,
    to body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard !isOver else { return body(text) }
    let count = min(text.count, words.count - repeated)
    guard text.prefix(count).elementsEqual(words[repeated..<repeated + count]) else {
      release(to: body)
      return body(text)
    }
    repeated += count
    guard repeated == words.count else { return }
    isOver = true
    body(UnsafeBufferPointer(rebasing: text.dropFirst(count)))
  }

  /// Hands on what was kept back, since it was not the whole of the words.
  mutating func release(to body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard !isOver else { return }
    isOver = true
    words.prefix(repeated).withUnsafeBufferPointer(body)
  }
}
