import Testing

@testable import Typeset

/// A formula stands for its source with its signs, and what follows it for itself.
@Suite struct FormulaPlacesTests {
  @Test(
    arguments: [
      ("a $x^2$ word", "$x^2$"), ("a \\(x_1\\) word", "\\(x_1\\)"),
      ("$$\nx^2\n$$ word", "$$\nx^2\n$$"),
      ("> $$\n> x^2\n> $$ word", "$$\n> x^2\n> $$"), ("`` a `b` $x^2$ word", "$x^2$"),
      ("| a |\n|---|\n| $x^2$ word |", "$x^2$"), ("`a\\` $x^2$ word", "$x^2$"),
    ]
  )
  func standForThemselves(text: String, formula: String) throws {
    var document = Document(text, widthInColumns: 60)
    document.layOutAll()
    let drawn = document.drawing.flatMap { $0 }
    let word = try #require(drawn.first { $0.glyph.text == "w" }?.place.source)
    #expect(text.utf8.dropFirst(word).starts(with: "word".utf8))
    let maths = drawn.filter { $0.place.style.kind == .maths }
    let place = try #require(maths.first?.place.source)
    #expect(maths.allSatisfy { $0.place.source == place })
    let range = try #require(document.whole(ofSource: place))
    #expect(String(decoding: document.source[range], as: UTF8.self) == formula)
  }
}
