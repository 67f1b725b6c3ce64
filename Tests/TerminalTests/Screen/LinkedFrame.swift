import Panes
import Support
import Workbench

/// A frame that changes at random, with links over any of its cells, and what a terminal should show of it.
struct LinkedFrame {
  private(set) var frame: Frame

  init(size: ScreenSize) {
    frame = Frame(size: size)
  }

  /// Writes into some rows, and moves, adds or drops links, or does only one of the two.
  mutating func change(with random: inout SeededGenerator) {
    let what = random.next() % 4
    if what != 0 { for _ in 0...random.next() % 3 { write(with: &random) } }
    if what != 1 { changeLinks(with: &random) }
    frame.cursor = Frame.Position(
      row: Int(random.next() % UInt64(frame.size.rows)),
      column: Int(random.next() % UInt64(frame.size.columns))
    )
  }

  private mutating func write(with random: inout SeededGenerator) {
    let row = Int(random.next() % UInt64(frame.size.rows))
    let columns = frame.size.columns
    for column in 0..<columns where random.next() % 3 == 0 {
      frame.cells[row * columns + column] = .blank()
    }
    let text = ["漢字", "b", "─ x", "ab漢c", "   ", "e\u{301}é", "same text"][Int(random.next() % 7)]
    let style = Style(
      foreground: [.terminalDefault, .palette(3), .palette(12), .palette(208)][
        Int(random.next() % 4)
      ],
      background: random.next() % 4 == 0 ? .palette(4) : .terminalDefault,
      attributes: [[], .bold, .italic, [.underline, .reverse]][Int(random.next() % 4)]
    )
    frame.write(text, row: row, column: Int(random.next() % UInt64(columns)), style: style)
    // Half of a wide character that was written over is no character.
    for column in 0..<columns where isOrphan(row: row, column: column) {
      frame.cells[row * columns + column] = .blank()
    }
    // libvterm takes a row's worth of scalars at a time and loses what a mark in the last column belongs to.
    frame.cells[row * columns + columns - 1].marks = .zero
  }

  private func isOrphan(row: Int, column: Int) -> Bool {
    let cells = Array(frame.row(row))
    if cells[column].isContinuation { return column == 0 || !cells[column - 1].isWide }
    return cells[column].isWide && (column + 1 == cells.count || !cells[column + 1].isContinuation)
  }

  private mutating func changeLinks(with random: inout SeededGenerator) {
    frame.links.removeAll { _ in random.next() % 2 == 0 }
    for _ in 0..<random.next() % 3 {
      let start = Int(random.next() % UInt64(frame.size.columns))
      frame.links.append(
        FrameLink(
          row: Int(random.next() % UInt64(frame.size.rows + 1)),
          columns: start..<start + Int(random.next() % 9),
          url: ["https://a.b/c", "http://x", "mailto:a@b", "file:///a"][Int(random.next() % 4)],
          id: Int(random.next() % 3)
        )
      )
    }
  }

  /// Where the terminal shows another text, style, link or cursor, in words.
  func differences(from terminal: VirtualTerminal) -> [String] {
    var found = terminal.snapshot().cursor == frame.cursor ? [] : ["cursor: \(terminal.cursor)"]
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns {
        let cell = frame.cells[row * frame.size.columns + column]
        let shown = terminal.cell(row: row, column: column)
        let places = (terminal.link(row: row, column: column), link(row: row, column: column))
        if !cell.isContinuation, !isSame(cell, shown) {
          found.append("\(row) \(column): \(shown), not \(cell)")
        }
        if places.0 != places.1 { found.append("\(row) \(column): link \(places)") }
      }
    }
    return found
  }

  private func isSame(_ cell: Cell, _ shown: VirtualCell) -> Bool {
    let text = String(
      String.UnicodeScalarView(
        [cell.base, cell.marks[0]].compactMap { value in
          value == 0 ? nil : Unicode.Scalar(value)
        }
      )
    )
    // A terminal tells a blank that was written from one that was not; and ncurses a blank from its colour.
    if cell.base == 0x20 {
      return shown.text.isEmpty
        || shown.text == " "
          && shown.style.background == cell.style.background
    }
    return shown.text == text && shown.style == cell.style
  }

  /// The address of the last link over the cell or its other half that a terminal is given.
  private func link(row: Int, column: Int) -> String? {
    let cells = Array(frame.row(row))
    let lead = cells[column].isContinuation ? column - 1 : column
    let halves = [lead, lead + (cells[lead].isWide ? 1 : 0)]
    for half in halves {
      let over = frame.links.last { $0.row == row && $0.columns.contains(half) }
      if let over { return over.url.hasPrefix("file") ? nil : over.url }
    }
    return nil
  }
}

extension Cell {
  fileprivate var isWide: Bool { (0x4E00...0x9FFF).contains(base) }
}
