import Glibc

/// A growing text, sanitised and broken into lines of at most a given width.
///
/// Lines break at spaces, which hang over the edge, and between Chinese or Japanese characters; a longer
/// word is cut at the edge; a character never is. Appending costs as much as the appended text,
/// and the result is the same as laying out the whole. There is always at least one line, and a text
/// that ends with a line end has an empty last one. Glyphs are made for the lines that one asks for.
/// Offsets are UTF-8 bytes from the start.
package struct TextLayout: Sendable {
  /// The text itself, byte for byte.
  package private(set) var source: [UInt8] = []
  private(set) var breaker: LineBreaker
  /// Whether the text is not broken into lines yet; until then there is one line.
  package private(set) var isPending = false

  /// - Parameters:
  ///   - widthInColumns: At least 1; less counts as 1.
  ///   - tabWidth: Tabs go to the next multiple of it, from the start of the line.
  package init(widthInColumns: Int, tabWidth: Int = 8) {
    breaker = LineBreaker(width: widthInColumns, tabWidth: tabWidth)
  }

  /// A layout of a whole text.
  package init(_ text: String, widthInColumns: Int, tabWidth: Int = 8) {
    self.init(widthInColumns: widthInColumns, tabWidth: tabWidth)
    append(text)
  }

  /// A text that is broken into lines when ``layOut(widthInColumns:)`` is called.
  init(pending text: [UInt8], tabWidth: Int) {
    self.init(widthInColumns: 1, tabWidth: tabWidth)
    source = text
    isPending = true
  }

  package var widthInColumns: Int { breaker.width }

  /// Adds text at the end; the last line and those after it may change, no other does.
  package mutating func append(_ text: String) {
    guard !text.isEmpty else { return }
    append(text.utf8)
  }

  mutating func append(_ text: some Sequence<UInt8>) {
    source.append(contentsOf: text)
    if !isPending { layOut() }
  }

  /// Takes another text in place of this one; the lines of what both begin with are kept.
  ///
  /// - Returns: How many bytes both begin with.
  @discardableResult
  mutating func replace(with text: [UInt8]) -> Int {
    let equal = source.commonPrefixCount(with: text)
    if equal == source.count {
      append(text[equal...])
    } else {
      source = text
      guard !isPending else { return equal }
      breaker.goBack(toBefore: equal)
      layOut()
    }
    return equal
  }

  /// Lays the whole text out, if it is not or the width is another.
  package mutating func layOut(widthInColumns: Int) {
    let fresh = LineBreaker(width: widthInColumns, tabWidth: breaker.tabWidth)
    guard fresh.width != breaker.width || isPending else { return }
    breaker = fresh
    isPending = false
    layOut()
  }

  private mutating func layOut() {
    let text = source  // the breaker changes while the text is read
    breaker.advance(text.span)
  }
}

extension [UInt8] {
  /// How many bytes both begin with.
  func commonPrefixCount(with other: [UInt8]) -> Int {
    let limit = Swift.min(count, other.count)
    return withUnsafeBufferPointer { mine in
      other.withUnsafeBufferPointer { theirs in
        var index = 0
        while index + 64 <= limit, let a = mine.baseAddress, let b = theirs.baseAddress,
          memcmp(a + index, b + index, 64) == 0
        {
          index += 64
        }
        while index < limit, mine[index] == theirs[index] { index += 1 }
        return index
      }
    }
  }
}

extension TextLayout {
  /// The lines, from the top.
  package var lines: Lines { Lines(layout: self) }

  package var lineCount: Int { breaker.closed.count + 1 }

  /// The lines without the empty ones at the end; what a finished paragraph is shown as.
  package var lineCountWithoutTrailingBlanks: Int {
    var count = lineCount
    while count > 0, storedLine(at: count - 1).columns == 0 { count -= 1 }
    return count
  }

  package func line(at index: Int) -> TextLine {
    let line = storedLine(at: index)
    return TextLine(
      sourceRange: Int(line.start)..<endOfLine(at: index),
      widthInColumns: Int(line.columns),
      isWrapped: line.isWrapped
    )
  }

  /// The line that a source offset is in; an offset at or past the end is in the last line.
  package func lineIndex(containingSourceOffset offset: Int) -> Int {
    var low = 0
    var high = breaker.closed.count
    while low < high {
      let middle = (low + high) / 2
      if endOfLine(at: middle) <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Part of the source as text; the offsets must be on character boundaries.
  package func text(in range: Range<Int>) -> String {
    String(decoding: source[range], as: UTF8.self)
  }

  func storedLine(at index: Int) -> LineBreaker.Line {
    index == breaker.closed.count ? breaker.open : breaker.closed[index]
  }

  func endOfLine(at index: Int) -> Int {
    index == breaker.closed.count ? source.count : Int(storedLine(at: index + 1).start)
  }
}

extension TextLayout {
  /// The lines of a layout, made as one asks for them.
  package struct Lines: RandomAccessCollection {
    fileprivate let layout: TextLayout

    package var startIndex: Int { 0 }
    package var endIndex: Int { layout.lineCount }
    package subscript(index: Int) -> TextLine { layout.line(at: index) }
  }
}
