/// Rows of text in columns, two blanks between them.
struct TextTable {
  var rows: [[String]]

  /// Lines without blanks at their ends; control characters are replaced.
  var text: String {
    let cells = rows.map { $0.map(\.printable) }
    let columns = cells.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      cells.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return cells.map { row in
      let padded = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      let line = padded.joined(separator: "  ")
      return String(
        line.prefix(
          line.lastIndex { $0 != " " }.map { line.distance(from: line.startIndex, to: $0) + 1 } ?? 0
        )
      )
    }.joined(separator: "\n")
  }
}

extension String {
  fileprivate var printable: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control, .format: "\u{FFFD}"
          default: scalar
          }
        }
      )
    )
  }
}
