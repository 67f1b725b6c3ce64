/// The one place that knows how many columns text takes.
///
/// A column is neither a `Character` nor a byte. The widths are those of the C library, which ncurses
/// uses too; what terminals disagree about (emoji sequences, flags, hidden characters) is replaced when
/// it is drawn, see ``Glyph``, so that the width is the same everywhere.
package enum CellWidth {
  /// The columns that one character takes when drawn; a tab counts 1, a line end none.
  package static func columns(of character: Character) -> Int { columns(of: String(character)) }

  /// The columns that a text takes on one line, with hidden characters shown.
  package static func columns(of text: some StringProtocol) -> Int {
    var text = String(text)
    let ascii = text.utf8.reduce(into: 0) { count, byte in
      count += byte >= 0x20 && byte < 0x7F ? 1 : 0
    }
    if ascii == text.utf8.count { return ascii }
    return text.withUTF8 { utf8 in
      var scanner = ClusterScanner()
      var offset = 0
      var columns = 0
      while offset < utf8.count {
        let cluster = scanner.scan(utf8.span, at: offset)
        columns += cluster.breakClass == .tab ? 1 : cluster.columns
        offset = cluster.end
      }
      return columns
    }
  }

  /// The width of one scalar from U+00A0 up by the table alone: 0, 1 or 2.
  static func tableWidth(of scalar: UInt32) -> Int {
    let key = scalar << 2 | 3
    var low = 0
    var high = WidthTable.boundaries.count
    while low < high {
      let middle = (low + high) / 2
      if WidthTable.boundaries[middle] <= key { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 1 : Int(WidthTable.boundaries[low - 1] & 3)
  }
}
