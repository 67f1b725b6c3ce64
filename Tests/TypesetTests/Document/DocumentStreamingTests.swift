import Support
import Testing

@testable import Typeset

@Suite struct DocumentStreamingTests {
  private static func whole(_ text: String, width: Int) -> Document {
    var document = Document(text, widthInColumns: width)
    document.layOutAll()
    return document
  }

  @Test(
    "cut anywhere, a text ends as if it had come in one piece",
    arguments: MarkdownSamples.constructs
  )
  func endsAsTheWhole(of text: String) {
    let whole = Self.whole(text, width: 24)
    let scalars = Array(text.unicodeScalars)
    for cut in 0...scalars.count {
      var document = Document(widthInColumns: 24)
      for part in [scalars[..<cut], scalars[cut...]] {
        document.append(String(String.UnicodeScalarView(part)))
        document.read()
        document.layOutAll()
      }
      document.finish()
      document.layOutAll()
      #expect(document.rowsAsText == whole.rowsAsText, "cut at \(cut)")
      #expect(document.drawing.differs(from: whole.drawing) == nil, "cut at \(cut)")
    }
  }

  @Test(
    "scalar by scalar, a text ends as if it had come in one piece",
    arguments: MarkdownSamples.constructs
  )
  func growsByScalars(to text: String) {
    var document = Document(widthInColumns: 24)
    for scalar in text.unicodeScalars {
      document.append(String(scalar))
      document.read()
      document.layOutAll()
    }
    document.finish()
    document.layOutAll()
    let whole = Self.whole(text, width: 24)
    #expect(document.rowsAsText == whole.rowsAsText)
    #expect(document.drawing.differs(from: whole.drawing) == nil)
  }

  @Test(
    "turned back to anywhere, a text is its beginning, and grows to the same end",
    arguments: MarkdownSamples.constructs
  )
  func turnsBack(in text: String) {
    let whole = Self.whole(text, width: 24)
    let scalars = Array(text.unicodeScalars)
    for cut in 0...scalars.count {
      let beginning = String(String.UnicodeScalarView(scalars[..<cut]))
      var grown = Document(widthInColumns: 24)
      grown.append(beginning)
      grown.read()
      grown.layOutAll()
      var document = whole
      document.turnBack(toBytes: beginning.utf8.count)
      document.layOutAll()
      #expect(document.drawing.differs(from: grown.drawing) == nil, "cut at \(cut)")
      document.append(String(String.UnicodeScalarView(scalars[cut...])))
      document.finish()
      document.layOutAll()
      #expect(document.drawing.differs(from: whole.drawing) == nil, "cut at \(cut)")
    }
  }

  @Test(arguments: 0..<UInt64(Soak.scale(150, whole: 3_000)))
  func mixedDocumentsEndAsTheWhole(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var text = ""
    for _ in 0..<Int.random(in: 2...8, using: &random) {
      text += MarkdownSamples.constructs.randomElement(using: &random) ?? ""
      if Bool.random(using: &random) { text += "\n" }
    }
    let width = [1, 7, 20, 40, 100].randomElement(using: &random) ?? 20
    let document = Document(growing: text, by: 1...60, widthInColumns: width, using: &random)
    let whole = Self.whole(text, width: width)
    #expect(document.rowsAsText == whole.rowsAsText, "\(text.debugDescription)")
    #expect(document.drawing.differs(from: whole.drawing) == nil, "\(text.debugDescription)")
  }
}
