import Testing

@testable import Typeset

@Suite struct DocumentPlacesTests {
  @Test("finds code by where it begins", arguments: MarkdownSamples.constructs)
  func codeRange(of text: String) {
    let document = Document(text, widthInColumns: 24)
    let found = (0...text.utf8.count).compactMap { document.codeRange(beginningAt: $0) }
    #expect(found == document.codeBlocks.map(\.source))
  }
}
