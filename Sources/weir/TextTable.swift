import Typeset

/// Rows of text in columns, two blanks between them.
struct TextTable {
  var rows: [[String]]

  /// Lines without blanks at their ends; control characters are replaced.
  var text: String {
    let cells = rows.map { $0.map(\.printable) }
    let count = cells.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      cells.map { column < $0.count ? CellWidth.columns(of: $0[column]) : 0 }.max() ?? 0
    }
    return cells.map { Self.line($0, widths: widths) }.joined(separator: "\n")
  }

  private static func line(_ cells: [String], widths: [Int]) -> String {
    var line = ""
    var gap = 0
    for (cell, width) in zip(cells, widths) where !cell.isEmpty || width > 0 {
      if !cell.isEmpty { line += String(repeating: " ", count: gap) + cell }
      gap = (cell.isEmpty ? gap + width : width - CellWidth.columns(of: cell)) + 2
    }
    return line
  }
}

extension String {
  fileprivate var printable: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar.properties.generalCategory {
      case .control, .format: text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
