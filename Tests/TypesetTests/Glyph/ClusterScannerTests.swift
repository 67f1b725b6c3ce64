import Support
import Testing

@testable import Typeset

@Suite struct ClusterScannerTests {
  @Test(
    "draws what is safe and replaces what is not",
    arguments: [
      ("abc", "abc"), ("e\u{301}", "e\u{301}"),
      ("a\u{301}\u{302}\u{303}\u{304}\u{305}", "a\u{301}\u{302}\u{303}\u{304}"),
      ("漢字", "漢字"), ("👨‍👩‍👧x", "👨x"), ("👍🏽", "👍"), ("❤️", "❤ "), ("☝🏽", "☝ "), ("☎\u{FE0E}", "☎"),
      ("#️⃣", "# "), ("🇩🇪🇫🇷", "🇩🇪🇫🇷"), ("🇩", "Ｄ"), ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🏴"), ("a\u{E0041}b", "a<U+E0041>b"),
      ("\u{1FAE8}\u{200D}x", "⬜x"), ("葛\u{E0100}", "葛"), ("a\u{E0100}", "a<U+E0100>"),
      ("\u{1B}[31m\u{7F}", "␛[31m␡"), ("\u{9B}", "<U+009B>"), ("\r", "␍"), ("\r\n", "␊"),
      ("\0", "␀"),
      ("\u{202E}x\u{2066}", "<U+202E>x<U+2066>"), ("\u{61C}\u{200F}", "<U+061C><U+200F>"),
      ("\u{FEFF}a", "<U+FEFF>a"), ("\u{200B}", "<U+200B>"), ("\u{200D}", "<U+200D>"),
      ("\u{AD}", "<U+00AD>"),
      ("\u{2028}", "<U+2028>"), ("\u{E000}", "<U+E000>"), ("\u{378}", "<U+0378>"),
      ("\u{10FFFF}", "<U+10FFFF>"),
      ("\u{301}", "\u{25CC}\u{301}"), ("می\u{200C}خ", "می\u{200C}خ"), ("a\u{A0}b\u{3000}", "a b  "),
      ("कि", "कि"), ("か\u{3099}ハ\u{309A}", "か゛ハ゜"), ("\u{600}1", "<U+0600>1"),
    ]
  )
  func draws(source: String, drawn: String) {
    #expect(scalars([Glyph](oneLine: source).map(\.text).joined()) == scalars(drawn))
  }

  @Test func keepsMarksInTheGlyphOfTheirBase() {
    #expect(
      [Glyph](oneLine: "e\u{301}\u{302}") == [Glyph(base: 0x65, marks: [0x301, 0x302, 0, 0])]
    )
  }

  @Test func marksWhatStandsForSomethingElse() {
    let glyphs = [Glyph](oneLine: "a\u{1B}漢")
    #expect(
      glyphs == [
        Glyph(base: 0x61), Glyph(base: 0x241B, isSubstitute: true), Glyph(base: 0x6F22, width: 2),
      ]
    )
  }

  @Test func endsAClusterThatHasNoEnd() {
    let bytes = Array(("a" + String(repeating: "\u{301}", count: 100)).utf8)
    var scanner = ClusterScanner()
    let cluster = scanner.scan(bytes.span, at: 0)
    #expect(cluster.end == 1 + 2 * (ClusterScanner.longestClusterInScalars - 1))
  }

  @Test(arguments: Soak.seeds(20, whole: 1_000))
  func endsClustersWhereCharactersEnd(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = String.randomNasty(scalars: 300, using: &random)
    var boundaries: Set<Int> = []
    var scanner = ClusterScanner()
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count {
      boundaries.insert(offset)
      offset = scanner.scan(bytes.span, at: offset).end
    }
    let characters = Set(text.indices.map { text.utf8.distance(from: text.startIndex, to: $0) })
    #expect(characters.subtracting(boundaries) == [])
  }

  @Test(arguments: Soak.seeds(20, whole: 1_000))
  func neverShrinksAClusterThatGrows(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let scalars = Array(String.randomNasty(scalars: 6, using: &random).unicodeScalars)
      var before = (end: 0, columns: 0)
      for count in 1...scalars.count {
        let prefix = scalars.prefix(count).reduce(into: "") { $0.unicodeScalars.append($1) }
        var scanner = ClusterScanner()
        let cluster = scanner.scan(Array(prefix.utf8).span, at: 0)
        #expect(cluster.columns >= before.columns && cluster.end >= before.end, "\(scalars)")
        before = (cluster.end, cluster.columns)
      }
    }
  }
}

private func scalars(_ text: String) -> [String] {
  text.unicodeScalars.map { String($0.value, radix: 16) }
}
