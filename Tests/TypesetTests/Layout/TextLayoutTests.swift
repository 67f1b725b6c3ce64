import Support
import Testing

@testable import Typeset

@Suite struct TextLayoutTests {
  @Test(
    "breaks lines at spaces, between ideographs, and inside words that are too long",
    arguments: [
      ("", 5, [""]), ("abc", 5, ["abc"]), ("abc\n", 5, ["abc", ""]), ("a\n\nb", 5, ["a", "", "b"]),
      ("one two", 7, ["one two"]), ("one two", 6, ["one ", "two"]), ("one two", 3, ["one", "two"]),
      ("one  two", 4, ["one ", "two"]), ("abcdefgh", 3, ["abc", "def", "gh"]),
      ("a bcdefgh", 3, ["a ", "bcd", "efg", "h"]),
      ("    x", 3, ["   ", "x"]), ("a\tb", 12, ["a       b"]), ("a\tb", 6, ["a     ", "b"]),
      ("漢字漢字", 5, ["漢字", "漢字"]), ("漢", 1, ["�"]), ("漢字、漢", 4, ["漢", "字、", "漢"]),
      ("漢「字", 4, ["漢", "「字"]),
      ("使用Swift好", 8, ["使用", "Swift好"]), ("a👍🏽b", 2, ["a", "👍", "b"]),
      ("ab\r\ncd\r", 4, ["ab", "cd"]), ("a\rb", 4, ["a␍b"]),
      ("x\u{202E}", 4, ["x", "<U+2"]), ("e\u{301}e\u{301}", 1, ["e\u{301}", "e\u{301}"]),
      ("well\u{A0}done", 6, ["well d", "one"]),
    ]
  )
  func breaksLines(text: String, width: Int, rows: [String]) {
    #expect(TextLayout(text, widthInColumns: width).rows == rows)
  }

  @Test func describesItsLines() {
    let layout = TextLayout("one two\nsix", widthInColumns: 4)
    #expect(
      Array(layout.lines) == [
        TextLine(sourceRange: 0..<4, widthInColumns: 4, isWrapped: false),
        TextLine(sourceRange: 4..<8, widthInColumns: 3, isWrapped: true),
        TextLine(sourceRange: 8..<11, widthInColumns: 3, isWrapped: false),
      ]
    )
  }

  @Test func placesGlyphs() {
    var places: [TextLayout.Placement] = []
    let layout = TextLayout("漢e\u{301}\tx", widthInColumns: 10, tabWidth: 4)
    layout.forEachGlyph(ofLine: 0) { places.append($1) }
    let expected = [(0, 0), (2, 3), (3, 6), (4, 7)]
    #expect(places == expected.map { .init(column: $0.0, sourceOffset: $0.1) })
  }

  @Test func findsTheLineOfAnOffset() {
    let layout = TextLayout("one two\nsix", widthInColumns: 4)
    #expect((0...12).map(layout.lineIndex) == [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2])
  }

  @Test func leavesOutBlankLinesAtTheEnd() {
    #expect(TextLayout("a\n\nb\n\n", widthInColumns: 4).lineCountWithoutTrailingBlanks == 3)
    #expect(TextLayout("", widthInColumns: 4).lineCountWithoutTrailingBlanks == 0)
  }

  @Test("gives the same lines wherever the text was cut", arguments: Soak.seeds(60, whole: 2_000))
  func growsToTheSameLines(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = String.randomNasty(scalars: 200, using: &random)
    let width = Int.random(in: 1...24, using: &random)
    let whole = TextLayout(text, widthInColumns: width)
    var growing = TextLayout(widthInColumns: width)
    for piece in text.cutAnywhere(using: &random) {
      growing.append(piece)
      #expect(Array(growing.lines) == Array(TextLayout(growing.text, widthInColumns: width).lines))
    }
    #expect(growing.rows == whole.rows)
    growing.layOut(widthInColumns: width + 3)
    #expect(Array(growing.lines) == Array(TextLayout(text, widthInColumns: width + 3).lines))
  }

  @Test(
    "gives the same lines whatever the text was before",
    arguments: Soak.seeds(60, whole: 2_000)
  )
  func becomesAnotherText(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let width = Int.random(in: 1...24, using: &random)
    let text = Array(String.randomNasty(scalars: 100, using: &random).unicodeScalars)
    var layout = TextLayout(widthInColumns: width)
    for _ in 0..<20 {
      let kept = text.prefix(Int.random(in: 0...text.count, using: &random))
      let other =
        String(String.UnicodeScalarView(kept)) + String.randomNasty(scalars: 20, using: &random)
      layout.replace(with: Array(other.utf8))
      #expect(Array(layout.lines) == Array(TextLayout(other, widthInColumns: width).lines))
    }
  }

  @Test(arguments: Soak.seeds(60, whole: 2_000))
  func coversTheSourceAndKeepsToTheWidth(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = String.randomNasty(scalars: 300, using: &random)
    let width = Int.random(in: 1...24, using: &random)
    let layout = TextLayout(text, widthInColumns: width)
    var end = 0
    for (index, line) in layout.lines.enumerated() {
      #expect(line.sourceRange.lowerBound == end)
      #expect(layout.glyphs(ofLine: index).widthInColumns == line.widthInColumns)
      #expect(line.widthInColumns <= width)
      end = line.sourceRange.upperBound
    }
    #expect(end == text.utf8.count)
  }

  @Test(
    "looks at each byte a bounded number of times",
    arguments: ["word ", " ", "a", "漢", "e\u{301}", "\u{301}", "\t", "\n", "👨‍👩‍👧"]
  )
  func costsAsMuchAsTheText(piece: String) {
    var layout = TextLayout(widthInColumns: 80)
    for _ in 0..<2_000 { layout.append(piece) }
    let longestCluster = 4 * ClusterScanner.longestClusterInScalars
    #expect(layout.breaker.scannedBytes <= 2_000 * (piece.utf8.count + longestCluster))
  }

  @Test func keepsALineInEightBytes() {
    #expect(MemoryLayout<LineBreaker.Line>.stride == 8)
  }
}

extension TextLayout {
  fileprivate var rows: [String] { (0..<lineCount).map(text(ofLine:)) }
  fileprivate var text: String { text(in: 0..<source.count) }
}

extension String {
  /// Pieces cut between any two scalars.
  fileprivate func cutAnywhere(using random: inout SeededGenerator) -> [String] {
    var pieces: [String] = []
    var rest = unicodeScalars[...]
    while !rest.isEmpty {
      let length = Int.random(in: 1...7, using: &random)
      pieces.append(String(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return pieces
  }
}
