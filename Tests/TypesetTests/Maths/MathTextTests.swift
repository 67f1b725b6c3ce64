import Support
import Testing

@testable import Typeset

@Suite struct MathTextTests {
  @Test("writes a formula as text", arguments: MathExample.all)
  func writes(_ example: MathExample) {
    #expect(MathText.unicode(example.source) == example.text)
  }

  @Test func thereAreExamplesEnough() {
    #expect(MathExample.all.count > 250)
  }

  @Test(
    "leaves what is not simple as it is",
    arguments: #"""
      \begin{matrix} a & b \end{matrix}
      \begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}
      \begin{cases} x & y \end{cases}
      a & b
      a \\ b
      \underbrace{x}_{n}
      \overset{!}{=}
      \binom{n}{k}
      \xrightarrow{f}
      \foo
      \frac{1}
      \frac
      \sqrt
      x^2^3
      x^
      x_
      {
      }
      {x
      x}
      \left( x
      x \right)
      \text{if $x$}
      \text{open
      \text
      \
      \overline{AB}
      \hat{x+y}
      \ce{H2O}
      \color{red} x
      \sqrt[5]{x}
      \not x
      $
      a $ b
      \label{a}
      \left\foo x \right)
      """#.split(separator: "\n").map(String.init)
  )
  func leaves(_ source: String) {
    #expect(MathText.unicode(source) == nil)
  }

  @Test(arguments: ["", " ", "{}", "\\quad"])
  func nothingIsNoFormula(_ source: String) {
    #expect(MathText.unicode(source) == nil)
  }

  @Test func aFormulaOverSeveralLinesIsOne() {
    #expect(MathText.unicode("a\n  + b\r\n= c") == "a + b = c")
  }

  @Test("takes letters of all languages as they are", arguments: ["漢", "é", "שלום", "🙂", "α ≤ β"])
  func passesOn(_ source: String) {
    #expect(MathText.unicode(source) == source)
  }

  /// 32 levels: the formula itself and 31 in braces, roots or brackets.
  @Test(arguments: [("{", "x", "}"), ("\\sqrt{", "x", "}"), ("\\left(", "x", "\\right)")])
  func nestingHasABound(open: String, inner: String, close: String) {
    func nested(_ depth: Int) -> String {
      String(repeating: open, count: depth) + inner + String(repeating: close, count: depth)
    }
    #expect(MathText.unicode(nested(31)) != nil)
    #expect(MathText.unicode(nested(32)) == nil)
    #expect(MathText.unicode(nested(400)) == nil)
  }

  @Test func aLongFormulaIsNotSimple() {
    #expect(MathText.unicode(String(repeating: "x", count: 4_096)) != nil)
    #expect(MathText.unicode(String(repeating: "x", count: 4_097)) == nil)
    #expect(MathText.unicode(String(repeating: "\\hat", count: 800)) == nil)
  }

  @Test("takes whatever comes, and loses no word of it", arguments: Soak.seeds(10, whole: 1_000))
  func takesAnything(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      var formula = RandomFormula()
      let source = formula.write(using: &random)
      guard let text = MathText.unicode(source) else { continue }
      for word in formula.words { #expect(text.contains(word), "\(source) gave \(text)") }
      #expect(text.first != " " && text.last != " ", "\(source)")
    }
  }

  @Test("writes narrow characters that every terminal gives one column", arguments: MathExample.all)
  func isNarrow(_ example: MathExample) {
    let glyphs = [Glyph](oneLine: example.text)
    #expect(glyphs.allSatisfy { $0.width == 1 && !$0.isSubstitute })
  }

  @Test func everySignIsNarrow() {
    for (name, piece) in MathSymbols.pieces {
      let glyphs = [Glyph](oneLine: piece.plain)
      #expect(glyphs.allSatisfy { $0.width == 1 && !$0.isSubstitute }, "\(name)")
    }
  }

  @Test func everyLetterOfEveryAlphabetIsNarrowAndDrawn() {
    let letters = (0x30...0x7A).compactMap(Unicode.Scalar.init).filter(\.properties.isAlphabetic)
    for alphabet in [MathAlphabet.blackboard, .script, .fraktur, .bold] {
      let forms = letters.map { Character(alphabet.form(of: $0)) }
      #expect(Set(forms).count == letters.count)
      #expect(zip(forms, letters).allSatisfy { $0 != Character($1) })
      #expect([Glyph](oneLine: String(forms)).allSatisfy { $0.width == 1 && !$0.isSubstitute })
    }
  }
}
