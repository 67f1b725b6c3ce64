import Conversation
import Typeset

/// A lane's rows around a place, as a caret walks through them.
struct TextWalk {
  private let text: LaneText
  /// The rows that are laid out.
  private let rows: Range<Int>
  private(set) var row: Int
  /// The column that it began at, which very long lines are looked at around.
  private let origin: Int
  private(set) var index: Int
  private(set) var cells: [TextCell]
  /// Whether the last move was up or down, so that the caret keeps its column.
  var keepsColumn = false

  /// Whether a move ended at rows that are not laid out, and text may follow.
  private(set) var ranOut = false

  /// Begins at the first character at or after a point; its column counts along the whole line.
  init?(_ text: LaneText, from start: (row: Int, column: Int), rows: Range<Int>) {
    self.init(text, row: start.row, column: start.column, rows: rows)
    guard settle(preferring: 1) else { return nil }
    if row == start.row, !moveToText(from: start.column) { return nil }
  }

  /// Begins at the last character at or before a point; its column counts along the whole line.
  init?(_ text: LaneText, upTo end: (row: Int, column: Int), rows: Range<Int>) {
    self.init(text, row: end.row, column: end.column, rows: rows)
    guard settle(preferring: -1) else { return nil }
    if row < end.row { moveToEndOfRow() } else if !moveToText(upTo: end.column) { return nil }
  }

  /// Begins at a place, as the footing has it or else where it is shown; `nil` where there is no text on the rows.
  init?(
    _ text: LaneText,
    at place: TextPlace,
    footing: TextFooting? = nil,
    rows: Range<Int>
  ) {
    let own = text.row(of: place.anchor(footing), in: place.message) ?? rows.lowerBound
    self.init(text, row: own, column: footing?.column ?? 0, rows: rows)
    if find(place, column: footing?.column) { return }
    guard settle(preferring: 1) || settle(preferring: -1) else { return nil }
    if row == own {
      index = max(0, cells.partition { $0.offset <= place.offset } - 1)
    } else if row < own {
      moveToEndOfRow()
    }
  }

  private init(_ text: LaneText, row: Int, column: Int, rows: Range<Int>) {
    self.text = text
    self.rows = rows.clamped(to: 0..<text.rowCount)
    self.row = row
    origin = column
    cells = []
    index = 0
  }

  /// Goes to the cell that shows just this place, on the row nearest to this one.
  private mutating func find(_ place: TextPlace, column: Int?) -> Bool {
    let own = row
    for distance in 0...rows.count {
      for near in distance == 0 ? [own] : [own + distance, own - distance] {
        guard let (message, section) = section(of: near), message == place.message,
          section == place.section
        else { continue }
        let found = cells(of: near)
        let exact = found.indices.filter { found[$0].offset == place.offset }
        guard let first = exact.first else { continue }
        (row, cells) = (near, found)
        index = exact.first { found[$0].column == column } ?? first
        return true
      }
    }
    return false
  }

  var place: TextPlace? {
    guard let (message, section) = section(of: row), cells.indices.contains(index) else {
      return nil
    }
    return TextPlace(message: message, section: section, offset: cells[index].offset)
  }

  private func section(of row: Int) -> (message: MessageID, section: MessageSection)? {
    guard let (message, inMessage) = text.locate(row),
      let (section, _) = text.text(at: message).sectionRow(inMessage)
    else { return nil }
    return (text.path[message], section)
  }

  var column: Int { cells[index].column }

  /// What finds the very cell again from its place.
  var footing: TextFooting? {
    guard let place, let own = text.row(of: place.anchor(nil), in: place.message) else {
      return nil
    }
    return TextFooting(rowsBelow: row - own, column: column)
  }

  private func cells(of row: Int) -> [TextCell] {
    guard rows.contains(row), let (message, inMessage) = text.locate(row) else { return [] }
    let layout = text.text(at: message)
    guard let (section, ownRow) = layout.sectionRow(inMessage) else { return [] }
    return layout.cells(of: section, row: ownRow, near: origin)
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
    guard copy.settle(preferring: step) else {
      ranOut = step > 0 ? rows.upperBound < text.rowCount : rows.lowerBound > 0
      return false
    }
    self = copy
    return true
  }

  /// Goes to the character nearest to a column.
  mutating func move(toColumn column: Int) {
    index = max(0, cells.partition { $0.column <= column } - 1)
  }

  /// Goes to the first character that ends behind a column, on this row or below.
  private mutating func moveToText(from column: Int) -> Bool {
    index = cells.partition { $0.columns.upperBound <= column }
    return index < cells.count || moveRow(by: 1)
  }

  /// Goes to the last character that begins at or before a column, on this row or above.
  private mutating func moveToText(upTo column: Int) -> Bool {
    index = cells.partition { $0.column <= column } - 1
    if index >= 0 { return true }
    guard moveRow(by: -1) else { return false }
    moveToEndOfRow()
    return true
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
