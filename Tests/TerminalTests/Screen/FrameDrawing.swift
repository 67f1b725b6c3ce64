import Panes
import Workbench

extension Frame {
  /// Writes text into a row; CJK and emoji take two columns, U+0300 and the like go onto the character before.
  mutating func write(_ text: String, row: Int, column: Int = 0, style: Style = Style()) {
    var column = column
    for character in text {
      var scalars = character.unicodeScalars.map(\.value)
      let base = scalars.removeFirst()
      let isWide =
        base >= 0x1100
        && !(0x2000...0x2E7F).contains(base) && !(0xE000...0xFAFF).contains(base)
      guard column + (isWide ? 2 : 1) <= size.columns else { return }
      var marks = SIMD4<UInt32>.zero
      for (index, mark) in scalars.prefix(4).enumerated() { marks[index] = mark }
      cells[row * size.columns + column] = Cell(base: base, marks: marks, style: style)
      if isWide { cells[row * size.columns + column + 1] = Cell(base: 0, style: style) }
      column += isWide ? 2 : 1
    }
  }
}
