import Typeset

/// A text laid out piece by piece, with room for a sign between them; a piece that is added costs the same however many
/// there are.
package struct PieceRows: Sendable {
  /// Where a row begins: in the middle of a piece, where that is longer than a row.
  package struct Start: Sendable, Hashable {
    package let piece: Int
    /// The glyphs of the piece that stand above.
    package let glyph: Int
  }

  /// What stands in a row of one piece.
  package struct Run: Sendable {
    package let piece: Int
    package let column: Int
    package let glyphs: ArraySlice<Glyph>
    /// Whether the piece ends here, so that the sign of a boundary follows.
    package let isEnd: Bool

    package var endColumn: Int { column + Array(glyphs).widthInColumns }
  }

  package private(set) var width = 1
  package private(set) var starts: [Start] = []
  /// How many pieces are laid out.
  package private(set) var count = 0
  private var column = 0
  private var breaks = true

  package init() {}

  init(width: Int) { self.width = max(1, width) }

  /// Adds the pieces that were not added yet.
  mutating func take(_ count: Int, _ text: (Int) -> String) {
    while self.count < count {
      add(text(self.count))
      self.count += 1
    }
  }

  private mutating func add(_ text: String) {
    let glyphs = Self.glyphs(of: text)
    let columns = glyphs.widthInColumns
    if breaks || (column > 0 && column + columns > width) { begin(glyph: 0) }
    for (index, glyph) in glyphs.enumerated() {
      if column > 0, column + Int(glyph.width) > width { begin(glyph: index) }
      column += Int(glyph.width)
    }
    column += 1
    breaks = Self.endsLine(text)
  }

  private mutating func begin(glyph: Int) {
    starts.append(Start(piece: count, glyph: glyph))
    column = 0
  }

  /// The row that a piece begins in.
  func row(of piece: Int) -> Int {
    let begun = starts.partition { $0.piece < piece || ($0.piece == piece && $0.glyph == 0) }
    return max(0, begun - 1)
  }

  /// What stands in a row.
  package func runs(ofRow row: Int, _ text: (Int) -> String) -> [Run] {
    guard starts.indices.contains(row) else { return [] }
    let start = starts[row]
    let end = row + 1 < starts.count ? starts[row + 1] : Start(piece: count, glyph: 0)
    var runs: [Run] = []
    var column = 0
    var piece = start.piece
    while piece < count, piece < end.piece || (piece == end.piece && end.glyph > 0) {
      let glyphs = Self.glyphs(of: text(piece))
      let first = piece == start.piece ? min(start.glyph, glyphs.count) : 0
      let last = piece == end.piece ? max(first, min(end.glyph, glyphs.count)) : glyphs.count
      let run = Run(
        piece: piece,
        column: column,
        glyphs: glyphs[first..<last],
        isEnd: piece != end.piece
      )
      runs.append(run)
      column = run.endColumn + 1
      piece += 1
    }
    return runs
  }

  /// A piece as it is shown: nothing hidden, and of a long one its beginning.
  private static func glyphs(of text: String) -> [Glyph] {
    let shown = text.utf8.count > mostBytes ? String(text.prefix(mostBytes / 4)) + "\u{2026}" : text
    let glyphs = [Glyph](oneLine: shown)
    return glyphs.isEmpty ? [Glyph(base: 0x2205, isSubstitute: true)] : glyphs
  }

  private static func endsLine(_ text: String) -> Bool { text.utf8.contains(0x0A) }

  private static var mostBytes: Int { 2_000 }
}
