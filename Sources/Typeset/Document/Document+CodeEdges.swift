/// At which edges a line of code is cut.
struct Cut {
  let isLeft: Bool
  let isRight: Bool

  /// `offset` is how far the code is moved to the left, `room` what there is for it, both in columns.
  init(of block: Block, line: Int, offset: Int, room: Int) {
    let width = block.isCode ? block.layout.line(at: line).widthInColumns : 0
    isLeft = offset > 0 && width > 0
    isRight = width - offset > room
  }
}

extension Document {
  /// Draws the mark of an edge where code is cut.
  func drawCut(_ mark: UInt32, at column: Int, _ body: (Glyph, DocumentPlace) -> Void) {
    guard column >= 0, column < measure.width else { return }
    body(Glyph(base: mark), DocumentPlace(column: column, style: TextStyle(.codeLabel)))
  }

  /// Draws the number of a line of code in the columns before it; nothing where a line goes on.
  func drawNumber(
    ofLine line: Int,
    of block: Block,
    at start: Int,
    _ body: (Glyph, DocumentPlace) -> Void
  ) {
    guard line < block.layout.lineCount, !block.layout.storedLine(at: line).isWrapped else {
      return
    }
    let number = block.layout.breaker.lineNumber(before: line) + 1
    let digits = "\(number)".utf8
    var column = start + max(0, measure.codeGutter - 1 - digits.count)
    for digit in digits.suffix(max(0, measure.codeGutter - 1)) where column < measure.width {
      body(
        Glyph(base: UInt32(digit)),
        DocumentPlace(column: column, style: TextStyle(.codeLabel))
      )
      column += 1
    }
  }
}
