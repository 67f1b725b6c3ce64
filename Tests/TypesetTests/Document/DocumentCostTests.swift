import Testing

@testable import Typeset

/// What a text costs that comes in small pieces, its end being shown after each: counted, not timed.
@Suite struct DocumentCostTests {
  private struct Cost {
    var lines = 0
    var bytes = 0
  }

  private static func grown(_ text: String, by piece: Int) -> Document {
    var document = Document(widthInColumns: 60)
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      document.append(String(decoding: rest.prefix(piece), as: UTF8.self))
      rest = rest.dropFirst(piece)
      document.read()
      while document.layOut(rows: max(0, document.rowCount - 30)..<document.rowCount) {}
    }
    document.finish()
    document.layOutAll()
    return document
  }

  private static func cost(_ document: Document) -> Cost {
    let lines = document.blocks.reduce(0) {
      $0 + $1.layout.breaker.laidOutLines + ($1.table?.laidOutLines ?? 0) + 1
    }
    return Cost(lines: lines, bytes: document.readBytes)
  }

  private static let kinds: [(first: String, line: String)] = [
    ("", "words *and* more words of one paragraph "), ("", "line upon line of a paragraph\n"),
    ("", "- an item of a long list\n"), ("```\n", "let line = \"of code\"\n"),
    ("", "> a line of a long quote\n"), ("|a|b|\n|-|-|\n", "| cell | another cell |\n"),
    ("- item\n\n", "  paragraphs of one item\n\n"),
  ]

  @Test("work grows with the length", arguments: kinds.indices)
  func workIsLinear(kind: Int) {
    let (first, line) = Self.kinds[kind]
    let count = 48_000 / line.utf8.count
    let once = Self.cost(Self.grown(first + String(repeating: line, count: count), by: 160))
    let twice = Self.cost(Self.grown(first + String(repeating: line, count: 2 * count), by: 160))
    #expect(twice.lines <= once.lines * 22 / 10 + 100, "\(once) and \(twice)")
    #expect(twice.bytes <= once.bytes * 22 / 10 + 100_000, "\(once) and \(twice)")
  }

  @Test func blocksOfClosedUnitsAreNotVisited() {
    var document = Document(widthInColumns: 40)
    document.append("# Title\n\nText of *one* paragraph.\n\n- item\n- item\n\nEnd.\n\n")
    document.read()
    document.layOutAll()
    let closed = document.units[document.units.count - 1].blocks.upperBound
    let visits = document.blocks.prefix(closed).map(\.visits)
    for _ in 0..<50 {
      document.append("More and *more* text.\n\n")
      document.read()
      document.layOutAll()
    }
    #expect(document.blocks.prefix(closed).map(\.visits) == visits)
    #expect(document.revisits == 0)
    #expect(document.units.count > 50)
  }

  @Test func aLateDefinitionVisitsWhatRefersToIt() {
    var document = Document(widthInColumns: 40)
    document.append("One [ref].\n\nTwo.\n\nThree [ref] and [other].\n\n")
    document.append("Four.\n\n[ref]: /url\n\nFive.\n\n")
    document.read()
    document.finish()
    var grown = Document(widthInColumns: 40)
    for piece in ["One [ref].\n\nTwo.\n\nThree [ref].\n\nFour.\n\n", "[ref]: /url\n\nFive.\n\n"] {
      grown.append(piece)
      grown.read()
    }
    grown.finish()
    #expect(grown.revisits == 2)
  }
}
