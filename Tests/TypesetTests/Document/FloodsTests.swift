import Testing

@testable import Typeset

/// What the parser would read again and again is hidden from it: counted in signs, not in time.
@Suite struct FloodsTests {
  private static func hidden(_ text: String) -> String {
    String(decoding: Floods.hidden(in: Array(text.utf8)[...]), as: UTF8.self)
  }

  private static func flood(_ sign: String, after start: String = "") -> String {
    start + String(repeating: sign, count: 20_000 / sign.utf8.count)
  }

  @Test(
    "nothing is left that makes an address of a word without an end",
    arguments: [
      flood(")", after: "www.a.b"), flood(")", after: "http://a.b"), flood(").", after: "www.a.b"),
      flood("&a;)", after: "www.a.b"), flood("www.a_"), flood("WWW.a_"), flood("a@"), flood("a@b."),
    ]
  )
  func hidesAddresses(text: String) {
    let shown = Self.hidden(text)
    #expect(shown.utf8.count == text.utf8.count)
    #expect(!shown.contains("@") && !shown.contains("://") && !shown.lowercased().contains("www."))
  }

  @Test(
    "addresses as people write them stay",
    arguments: [
      "see (http://a.b/c_(d)) and www.a.b, or a@b.cd.", "a@b.cd " + flood("a@b.cd "),
      flood("[![a](https://b.c/d)](https://e.f) "), flood("[a](https://b.c/d?e=f@g)\n"),
      "https://a.b/" + String(repeating: "c", count: 500) + "?d=(e)",
    ]
  )
  func leavesAddresses(text: String) { #expect(Self.hidden(text) == text) }

  @Test(
    "a line has a hundred containers at most",
    arguments: ["> ", "- ", "1. ", "+ > ", "[^a]: "]
  )
  func hidesContainers(sign: String) {
    let text = Self.flood(sign) + "a"
    let shown = Self.hidden(text)
    #expect(shown.utf8.prefix { $0 != Floods.sign }.count < 101 * 6)
    #expect(shown.utf8.count { $0 == Floods.sign } == 1)
  }

  @Test func leavesARuleOfManySigns() {
    let rule = Self.flood("- ")
    #expect(Self.hidden(rule) == rule)
    #expect(Self.hidden("> " + rule) == "> " + rule)
  }

  @Test("what is hidden is shown", arguments: ["> ", "- ", "a@", "www.a_", "[^a]: ", "[\n"])
  func showsWhatIsHidden(sign: String) {
    var document = Document(Self.flood(sign) + "end", widthInColumns: 300)
    document.layOutAll()
    #expect(document.rowsAsText.allSatisfy { !$0.contains("\u{241F}") && !$0.contains("\u{1F}") })
    #expect(document.rowsAsText.joined().hasSuffix("end"))
  }
}
