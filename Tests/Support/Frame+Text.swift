import Panes

extension Frame {
  /// The frame's characters, a line a row, without spaces at the ends of lines.
  package var text: String {
    (0..<size.rows).map { text(ofRow: $0) }.joined(separator: "\n")
  }

  package func text(ofRow row: Int) -> String {
    var text = ""
    for cell in self.row(row) where !cell.isContinuation {
      for value in [cell.base, cell.marks[0], cell.marks[1], cell.marks[2], cell.marks[3]] {
        if value != 0, let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
      }
    }
    while text.last == " " { text.removeLast() }
    return text
  }
}
