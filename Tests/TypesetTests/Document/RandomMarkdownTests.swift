import Support
import Testing

@testable import Typeset

@Suite struct RandomMarkdownTests {
  private static let seeds = Soak.seeds(120, whole: 3_000)

  private static func text(_ seed: UInt64) -> (text: String, width: Int, random: SeededGenerator) {
    var random = SeededGenerator(seed: seed &+ 99)
    let width = [1, 7, 20, 40, 100].randomElement(using: &random) ?? 20
    return (RandomMarkdown.text(seed: seed), width, random)
  }

  private static func whole(_ text: String, width: Int) -> Document {
    var document = Document(text, widthInColumns: width)
    document.layOutAll()
    return document
  }

  @Test(arguments: seeds)
  func cutAnywhereATextEndsAsTheWhole(seed: UInt64) {
    var (text, width, random) = Self.text(seed)
    let document = Document(growing: text, by: 1...80, widthInColumns: width, using: &random)
    let whole = Self.whole(text, width: width)
    #expect(document.rowsAsText == whole.rowsAsText, "\(text.debugDescription)")
    #expect(document.drawing.differs(from: whole.drawing) == nil, "\(text.debugDescription)")
  }

  @Test(arguments: seeds)
  func turnedBackATextIsItsBeginning(seed: UInt64) {
    var (text, width, random) = Self.text(seed)
    let scalars = Array(text.unicodeScalars)
    var document = Document(growing: text, by: 1...80, widthInColumns: width, using: &random)
    var end = scalars.count
    while end > 0 {
      end = Int.random(in: max(0, end - 200)..<end, using: &random)
      let beginning = String(String.UnicodeScalarView(scalars[..<end]))
      document.turnBack(toBytes: beginning.utf8.count)
      document.layOutAll()
      var finished = document
      finished.finish()
      finished.layOutAll()
      let whole = Self.whole(beginning, width: width)
      #expect(finished.drawing.differs(from: whole.drawing) == nil, "\(beginning.debugDescription)")
    }
  }

  @Test(arguments: seeds)
  func theWayToTheWidthDoesNotMatter(seed: UInt64) {
    let (text, width, _) = Self.text(seed)
    let whole = Self.whole(text, width: width)
    var document = Document(text, widthInColumns: 33)
    document.layOutAll()
    document.remeasure(widthInColumns: width, wrapsCode: false)
    document.layOutAll()
    #expect(document.drawing.differs(from: whole.drawing) == nil, "\(text.debugDescription)")
  }

  @Test(arguments: seeds)
  func whatIsReachedFromBelowIsAsFromAbove(seed: UInt64) {
    let (text, width, _) = Self.text(seed)
    let whole = Self.whole(text, width: width)
    var document = Document(text, widthInColumns: width)
    var row = document.rowCount - 1
    while row >= 0 {
      while document.layOut(rows: row..<row + 1) { row = min(row, document.rowCount - 1) }
      row -= 1
    }
    #expect(document.drawing.differs(from: whole.drawing) == nil, "\(text.debugDescription)")
  }

  @Test(arguments: seeds)
  func glyphsStandSideBySideWithinTheWidth(seed: UInt64) {
    let (text, width, _) = Self.text(seed)
    for (number, row) in Self.whole(text, width: width).drawing.enumerated() {
      var next = 0
      for drawn in row {
        let isFree = drawn.place.column >= next
        next = drawn.place.column + Int(drawn.glyph.width)
        if !isFree || next > width { Issue.record("row \(number) of \(text.debugDescription)") }
      }
    }
  }

  @Test(arguments: seeds)
  func rowsFollowTheSource(seed: UInt64) {
    let (text, width, _) = Self.text(seed)
    let document = Self.whole(text, width: width)
    let offsets = (0..<document.rowCount).map(document.sourceOffset)
    #expect(offsets == offsets.sorted(), "\(text.debugDescription)")
  }

  @Test(arguments: seeds)
  func theRowOfAPlaceShowsIt(seed: UInt64) {
    let (text, width, _) = Self.text(seed)
    let document = Self.whole(text, width: width)
    // A formula or a long entity takes several rows, and a table's header as many as the table has.
    var rows: [Int: Set<Int>] = [:]
    for (row, drawn) in document.drawing.enumerated() {
      for source in drawn.compactMap(\.place.source) { rows[source, default: []].insert(row) }
    }
    for (source, shown) in rows where !shown.contains(document.row(ofSourceOffset: source)) {
      Issue.record("\(source) is on \(shown) of \(text.debugDescription)")
    }
  }

  @Test(arguments: seeds)
  func verbatimTextStandsInTheSource(seed: UInt64) {
    let (text, width, _) = Self.text(seed)
    let document = Self.whole(text, width: width)
    for block in document.blocks where block.table == nil {
      let shown = block.layout.source
      for (index, run) in block.spans.runs.enumerated() where run.isVerbatim {
        let range = Int(run.start)..<block.spans.end(ofRun: index, textCount: shown.count)
        let source = document.source.dropFirst(Int(run.source)).prefix(range.count)
        let isEqual =
          source.count == range.count
          // A line end in code within a line is a blank.
          && zip(source, shown[range]).allSatisfy { $0 == $1 || $0 == 0x0A && $1 == 0x20 }
        if !isEqual { Issue.record("run \(index) of \(text.debugDescription)") }
      }
    }
  }
}
