import Panes
import Workbench

/// Writes stretches of cells past ncurses, as it would write them, within OSC 8 where they are links.
struct LinkWriter {
  /// Cells of one row that go to one place, or to none.
  struct Run {
    var columns: Range<Int>
    let link: FrameLink?
  }

  private let text: CellText
  private let reducer: ColorReducer
  private let hasStrike: Bool
  private var bytes: [UInt8] = []
  /// What ncurses leaves behind is normal.
  private var style = Style()

  init(text: CellText, reducer: ColorReducer, hasStrike: Bool) {
    self.text = text
    self.reducer = reducer
    self.hasStrike = hasStrike
  }

  mutating func write(_ run: Run, row: Int, cells: ArraySlice<Cell>) {
    move(row: row, column: run.columns.lowerBound)
    let address = run.link.flatMap { LinkAddress.encoded($0.url) }
    if let address, let link = run.link {
      bytes += Array("\u{1B}]8;id=\(link.id);".utf8) + address + Self.terminator
    }
    for column in run.columns {
      let cell = cells[cells.startIndex + column]
      let next = column + 1 < cells.count ? cells[cells.startIndex + column + 1] : nil
      let isWide = next?.isContinuation == true
      // The second half of the character before, which stands in this run too.
      if cell.isContinuation, column > 0 { continue }
      put(cell, isWide: isWide)
    }
    if address != nil { bytes += Array("\u{1B}]8;;".utf8) + Self.terminator }
  }

  /// All bytes, with the cursor back in its place; none where nothing was written.
  mutating func finish(cursor: Frame.Position) -> [UInt8] {
    guard !bytes.isEmpty else { return [] }
    if style != Style() { bytes += Array("\u{1B}[m".utf8) }
    move(row: cursor.row, column: cursor.column)
    return bytes
  }

  private static var terminator: [UInt8] { [0x1B, UInt8(ascii: "\\")] }

  private mutating func move(row: Int, column: Int) {
    bytes += Array("\u{1B}[\(row + 1);\(column + 1)H".utf8)
  }

  private mutating func put(_ cell: Cell, isWide: Bool) {
    if cell.style != style {
      style = cell.style
      bytes += Array(sequence(for: style).utf8)
    }
    let base = text.base(of: cell, isWide: isWide)
    append(base)
    let marks = text.marks(of: cell, base: base)
    for index in 0..<4 where marks[index] != 0 { append(marks[index]) }
    if text.needsBlank(after: base, of: cell, isWide: isWide) { append(0x20) }
  }

  private mutating func append(_ scalar: UInt32) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    bytes += UTF8.encode(scalar).map(Array.init) ?? []
  }

  /// SGR, from anything to `style`.
  private func sequence(for style: Style) -> String {
    var codes = ["0"]
    let attributes: [(Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
      (.strike, hasStrike ? "9" : "2"),
    ]
    for (attribute, code) in attributes where style.attributes.contains(attribute) {
      codes.append(code)
    }
    codes += color(style.foreground, digit: 3) + color(style.background, digit: 4)
    return "\u{1B}[\(codes.joined(separator: ";"))m"
  }

  private func color(_ color: Color, digit: Int) -> [String] {
    let number = reducer.number(of: color)
    return switch number {
    case ..<0: []
    case ..<8: ["\(digit)\(number)"]
    case ..<16: ["\((digit + 6) * 10 + Int(number) - 8)"]
    case ..<256: ["\(digit)8;5;\(number)"]
    default: ["\(digit)8;2;\(number >> 16);\(number >> 8 & 0xFF);\(number & 0xFF)"]
    }
  }
}
