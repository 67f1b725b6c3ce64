import FoundationEssentials
import Support
import Testing

@testable import Typeset

@Suite struct SpecificationTests {
  private static let widths = [80, 20]

  private static func whole(_ text: String, width: Int) -> Document {
    var document = Document(text, widthInColumns: width, wrapsCode: true)
    document.layOutAll()
    return document
  }

  @Test func theExamplesAreInstalled() {
    #expect(SpecificationExample.all.count > 680, "scripts/setup --tests installs them")
  }

  @Test func noRowIsWiderThanTheWidth() {
    for example in SpecificationExample.all {
      for width in Self.widths {
        let document = Self.whole(example.markdown, width: width)
        let widest =
          document.drawing.flatMap { $0 }
          .map { $0.place.column + Int($0.glyph.width) }.max() ?? 0
        if widest > width { Issue.record("\(example.name): \(widest) of \(width) columns") }
      }
    }
  }

  /// What stands between brackets is a formula (12), numbers have eight digits at most (28), `textarea` was
  /// no block (171), and a tag stands within a tag (615).
  private static let otherwise: Set = ["12", "28", "171", "615"]

  @Test func allWordsAreShown() {
    for example in SpecificationExample.all where !Self.otherwise.contains(example.name) {
      for width in Self.widths {
        let rows = Self.whole(example.markdown, width: width).rowsAsText
        let shown = rows.joined().filter { !$0.isWhitespace && $0 != "│" }
        for word in example.words where !shown.contains(word.filter { $0 != "\u{A0}" }) {
          Issue.record("\(example.name): \(word) is not in \(rows)")
        }
      }
    }
  }

  @Test func cutAnywhereTheyEndAsTheWhole() {
    for (number, example) in SpecificationExample.all.enumerated() {
      let whole = Self.whole(example.markdown, width: 20).drawing
      let scalars = Array(example.markdown.unicodeScalars)
      let step = Soak.scale(23, whole: 1)
      for cut in stride(from: number % step, through: scalars.count, by: step) {
        let parts = [scalars[..<cut], scalars[cut...]]
        let difference = Self.grown(parts, width: 20).drawing.differs(from: whole)
        if let difference { Issue.record("\(example.name), cut at \(cut): \(difference)") }
      }
      let difference = Self.grown(scalars.map { [$0] }, width: 20).drawing.differs(from: whole)
      if let difference { Issue.record("\(example.name), scalar by scalar: \(difference)") }
    }
  }

  private static func grown(_ parts: [ArraySlice<Unicode.Scalar>], width: Int) -> Document {
    var document = Document(widthInColumns: width, wrapsCode: true)
    for part in parts {
      document.append(String(String.UnicodeScalarView(part)))
      document.read()
      document.layOutAll()
    }
    document.finish()
    document.layOutAll()
    return document
  }

  /// The file holds for each example its name and the fingerprints of its text and of its rows at both widths,
  /// since the text is not ours; examples of another edition are passed over.
  @Test func theScreensAreThoseOfTheFile() throws {
    let path = #filePath.replacing("SpecificationTests.swift", with: "Screens/specification.txt")
    let lines = SpecificationExample.all.map { example in
      let rows = Self.rows(of: example).joined(separator: "\n")
      return "\(example.name)\t\(example.fingerprint)\t\(rows.fingerprint)"
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      return expectFile(lines.joined(separator: "\n") + "\n", at: path)
    }
    let known = Set(String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init))
    let editions = Set(known.map(Self.edition))
    let same = zip(SpecificationExample.all, lines).filter { editions.contains(Self.edition($1)) }
    for (example, line) in same where !known.contains(line) {
      Issue.record("\(example.name) is now\n\(Self.rows(of: example).joined(separator: "\n"))")
    }
    #expect(same.count > 600)
  }

  /// A line without the fingerprint of the rows.
  private static func edition(_ line: String) -> String {
    line.split(separator: "\t").prefix(2).joined(separator: "\t")
  }

  private static func rows(of example: SpecificationExample) -> [String] {
    widths.flatMap { ["at \($0) columns:"] + whole(example.markdown, width: $0).rowsAsText }
  }
}
