import Typeset

/// A line of a page: texts one after the other, each in its role.
package struct PageLine: Sendable {
  package private(set) var runs: [(text: String, role: Role)] = []

  package init(_ text: String = "", _ role: Role = .text) { add(text, role) }

  package mutating func add(_ text: String, _ role: Role = .text) {
    if !text.isEmpty { runs.append((text, role)) }
  }

  /// Adds a figure with a word for it before, two columns after what there is.
  package mutating func add(_ label: String, _ figure: String, _ role: Role = .text) {
    add((runs.isEmpty ? "" : "  ") + (label.isEmpty ? "" : label + " "), .muted)
    add(figure, role)
  }

  /// Adds a text with parts of it marked, which are given by its bytes, ascending; what lies outside counts for nothing.
  package mutating func add(_ text: String, marking hits: [Range<Int>]) {
    let bytes = text.utf8
    var done = 0
    for hit in hits {
      let hit = hit.clamped(to: done..<max(done, bytes.count))
      guard !hit.isEmpty else { continue }
      add(String(decoding: bytes.dropFirst(done).prefix(hit.lowerBound - done), as: UTF8.self))
      add(
        String(decoding: bytes.dropFirst(hit.lowerBound).prefix(hit.count), as: UTF8.self),
        .match
      )
      done = hit.upperBound
    }
    add(String(decoding: bytes.dropFirst(done), as: UTF8.self))
  }

  package var columns: Int { runs.reduce(0) { $0 + CellWidth.columns(of: $1.text) } }

  /// Without the roles, and without blanks at the end.
  package var text: String { runs.map(\.text).joined().trimmingEnd }
}

extension String {
  /// The text at the right of a column of its own.
  package func right(_ columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - CellWidth.columns(of: self))) + self
  }

  /// The text at the left of a column of its own.
  package func left(_ columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - CellWidth.columns(of: self)))
  }
}
