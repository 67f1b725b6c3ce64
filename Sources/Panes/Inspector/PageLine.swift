import Typeset
import Workbench

/// A line of a page: texts one after the other, each in its role.
struct PageLine {
  private(set) var runs: [(text: String, role: Role)] = []

  init(_ text: String = "", _ role: Role = .text) { add(text, role) }

  mutating func add(_ text: String, _ role: Role = .text) {
    if !text.isEmpty { runs.append((text, role)) }
  }

  /// Adds a figure with a word for it before, two columns after what there is.
  mutating func add(_ label: String, _ figure: String, _ role: Role = .text) {
    add((runs.isEmpty ? "" : "  ") + (label.isEmpty ? "" : label + " "), .muted)
    add(figure, role)
  }

  var columns: Int { runs.reduce(0) { $0 + CellWidth.columns(of: $1.text) } }

  func draw(row: Int, column: Int, end: Int, on canvas: inout Canvas) {
    var column = column
    for run in runs {
      column = canvas.text(run.text, row: row, column: column, end: end, role: run.role)
    }
  }
}

extension String {
  /// The text at the right of a column of its own.
  func right(_ columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - CellWidth.columns(of: self))) + self
  }

  /// The text at the left of a column of its own.
  func left(_ columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - CellWidth.columns(of: self)))
  }
}
