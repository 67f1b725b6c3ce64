import Testing

@testable import Typeset

@Suite struct DocumentLinksTests {
  /// Where each letter leads that is drawn as part of a link.
  private static func addresses(in text: String, width: Int) -> [String: String] {
    var document = Document(text, widthInColumns: width)
    document.layOutAll()
    var addresses: [String: String] = [:]
    for row in 0..<document.rowCount {
      document.forEachGlyph(ofRow: row) { glyph, place in
        guard let link = place.link else { return }
        addresses[glyph.text] = document.url(of: link)
      }
    }
    return addresses
  }

  private static let table = """
    | [H](https://h) | B |
    |---|---|
    | [x](https://x) | long words in here |
    | [`y` z](https://y) | [w](https://w) |
    """

  @Test(arguments: [60, 24, 12])
  func leadWhereTheyDoInATableOfEveryForm(width: Int) {
    let addresses = Self.addresses(in: Self.table, width: width)
    #expect(addresses["x"] == "https://x")
    #expect(addresses["y"] == "https://y")
    #expect(addresses["z"] == "https://y")
    #expect(addresses["w"] == "https://w")
  }

  @Test func areListedOnceEach() {
    let document = Document(Self.table, widthInColumns: 60)
    #expect(document.links.map(\.url) == ["https://h", "https://x", "https://y", "https://w"])
    #expect(document.links.map { document.url(of: $0.id) } == document.links.map(\.url))
  }

  @Test func aroundAnImageLeadWhereTheLinkDoes() {
    let text = "[![b](https://image) d](https://link) ![i](https://other)"
    #expect(
      Self.addresses(in: text, width: 60).filter { ["b", "d", "i"].contains($0.key) }
        == ["b": "https://link", "d": "https://link", "i": "https://other"]
    )
  }

  @Test(arguments: [60, 12])
  func aTabInACellLosesNothing(width: Int) {
    var document = Document("| x\ty | z |\n|---|---|\n| a\tb | c |\n", widthInColumns: width)
    document.layOutAll()
    let shown = document.rowsAsText.joined()
    for word in ["x", "y", "z", "a", "b", "c"] { #expect(shown.contains(word)) }
  }

  @Test func hiddenSignsInACellLoseNothing() {
    var document = Document("| a | b |\n|---|---|\n| \u{202E}\u{202E} | c |\n", widthInColumns: 24)
    document.layOutAll()
    #expect(document.rowsAsText.joined().filter { $0 == "2" }.count == 4)
  }
}
