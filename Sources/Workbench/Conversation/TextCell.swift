import Conversation
import Typeset

/// A character of what was said as it stands on a row: where the caret can be.
struct TextCell: Sendable, Equatable {
  enum Kind: Sendable {
    case blank
    case word
    case sign
  }

  /// From the document's left edge.
  let column: Int
  let offset: Int
  let kind: Kind
}

extension MessageText {
  /// The characters on a row of the content, from left to right.
  func cells(ofBodyRow row: Int, codeOffset: Int) -> [TextCell] {
    var cells: [TextCell] = []
    body.forEachGlyph(ofRow: row, codeOffset: codeOffset) { glyph, place in
      guard let offset = place.source, offset != cells.last?.offset else { return }
      cells.append(TextCell(column: place.column, offset: offset, kind: TextCell.Kind(glyph)))
    }
    return cells
  }
}

extension TextCell.Kind {
  fileprivate init(_ glyph: Glyph) {
    guard glyph.base != 0x20, let scalar = Unicode.Scalar(glyph.base) else {
      self = .blank
      return
    }
    let properties = scalar.properties
    let isWord = scalar == "_" || properties.isAlphabetic || properties.numericType != nil
    self = isWord ? .word : .sign
  }
}

/// A lane's rows around a place, as a caret walks through them.
struct TextWalk {
  private let text: LaneText
  private let codeOffset: Int
  /// The rows that are laid out.
  private let rows: Range<Int>
  private(set) var row: Int
  private(set) var index: Int
  private(set) var cells: [TextCell]
  /// Whether the last move was up or down, so that the caret keeps its column.
  var keepsColumn = false

  /// Begins at a place; `nil` where there is no text on the rows.
  init?(_ text: LaneText, at place: TextPlace, rows: Range<Int>, codeOffset: Int) {
    self.text = text
    self.codeOffset = codeOffset
    self.rows = rows.clamped(to: 0..<text.rowCount)
    let own = text.row(of: .body(offset: place.offset), in: place.message) ?? rows.lowerBound
    row = own
    cells = []
    index = 0
    guard settle(preferring: 1) || settle(preferring: -1) else { return nil }
    if row == own { index = max(0, cells.partition { $0.offset <= place.offset } - 1) }
  }

  var place: TextPlace? {
    guard let (message, _) = text.locate(row), cells.indices.contains(index) else { return nil }
    return TextPlace(message: text.path[message], offset: cells[index].offset)
  }

  var column: Int { cells[index].column }

  private func cells(of row: Int) -> [TextCell] {
    guard rows.contains(row), let (message, inMessage) = text.locate(row) else { return [] }
    let layout = text.text(at: message)
    guard case .body(let bodyRow) = layout.row(inMessage) else { return [] }
    return layout.cells(ofBodyRow: bodyRow, codeOffset: codeOffset)
  }

  func isBlank(_ row: Int) -> Bool { cells(of: row).isEmpty }

  /// Goes on in a direction to the first row that has text, this one included.
  private mutating func settle(preferring step: Int) -> Bool {
    var next = row
    while rows.contains(next) {
      let found = cells(of: next)
      if !found.isEmpty {
        (row, cells, index) = (next, found, 0)
        return true
      }
      next += step
    }
    return false
  }

  /// Goes to the next row with text in a direction; stays where there is none.
  @discardableResult
  mutating func moveRow(by step: Int) -> Bool {
    var copy = self
    copy.row += step
    guard copy.settle(preferring: step) else { return false }
    self = copy
    return true
  }

  /// Goes to the character nearest to a column.
  mutating func move(toColumn column: Int) {
    index = max(0, cells.partition { $0.column <= column } - 1)
  }

  mutating func moveToStartOfRow() { index = 0 }

  mutating func moveToEndOfRow() { index = cells.count - 1 }

  @discardableResult
  mutating func next() -> Bool {
    if index + 1 < cells.count {
      index += 1
      return true
    }
    return moveRow(by: 1)
  }

  @discardableResult
  mutating func previous() -> Bool {
    if index > 0 {
      index -= 1
      return true
    }
    guard moveRow(by: -1) else { return false }
    moveToEndOfRow()
    return true
  }
}

extension TextWalk {
  private var kind: TextCell.Kind { cells[index].kind }

  /// To the start of the next word.
  mutating func nextWord() {
    let (first, firstRow) = (kind, row)
    while row == firstRow, kind == first, kind != .blank { guard next() else { return } }
    while kind == .blank { guard next() else { return } }
  }

  /// To the end of this word or of the next.
  mutating func wordEnd() {
    guard next() else { return }
    while kind == .blank { guard next() else { return } }
    while index + 1 < cells.count, cells[index + 1].kind == kind { index += 1 }
  }

  /// To the start of this word or of the one before.
  mutating func previousWord() {
    guard previous() else { return }
    while kind == .blank { guard previous() else { return } }
    while index > 0, cells[index - 1].kind == kind { index -= 1 }
  }

  /// To the first row of the next or previous paragraph.
  mutating func paragraph(by step: Int) {
    repeat { guard moveRow(by: step) else { return } } while !isBlank(row - 1)
  }
}
