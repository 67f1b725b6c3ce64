import Testing

@testable import Typeset

/// What is not looked at is not laid out.
@Suite struct DocumentLazinessTests {
  private static let text = (0..<300).map {
    "Paragraph \($0) of some words that wrap at an edge.\n"
  }
  .joined(separator: "\n")

  private static func laidOut(_ document: Document) -> Int {
    document.blocks.indices.count { document.blocks[$0].isLaidOut(document.measure(of: $0)) }
  }

  @Test func laysOutOnlyWhatIsAskedFor() {
    var document = Document(Self.text, widthInColumns: 20)
    #expect(Self.laidOut(document) == 0)
    _ = document.layOut(rows: 0..<40)
    #expect((10...41).contains(Self.laidOut(document)))
  }

  @Test func anotherWidthLaysOutOnlyWhatIsAskedFor() {
    var document = Document(Self.text, widthInColumns: 20)
    document.layOutAll()
    document.remeasure(widthInColumns: 33, wrapsCode: false)
    #expect(Self.laidOut(document) == 0)
    _ = document.layOut(rows: 0..<40)
    #expect((10...41).contains(Self.laidOut(document)))
    document.layOutAll()
    var fresh = Document(Self.text, widthInColumns: 33)
    fresh.layOutAll()
    #expect(document.rowsAsText == fresh.rowsAsText)
  }
}
