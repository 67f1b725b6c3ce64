import Conversation
import Typeset

/// All that is known of one message, over the panes: how it was asked for, how it came, what becomes of it.
package struct MessageDetails: Sendable {
  /// One thing that is known, under its name.
  package struct Entry: Sendable, Equatable {
    package let label: String
    package let text: String
    package let role: Role

    init(_ label: String, _ text: String, role: Role = .overlay) {
      self.label = label
      self.text = text
      self.role = role
    }
  }

  /// One line of the screen.
  package struct Line: Sendable {
    /// Empty on all but the first line of an entry.
    package let label: String
    package let entry: Int
    package let line: Int
  }

  /// The columns of the labels, with the space behind them.
  package static var labelColumns: Int { 11 }

  package let message: MessageID
  package let title: String
  package private(set) var entries: [Entry] = []
  /// Whole, for the clipboard; `nil` until it is known, and where there is no request.
  package internal(set) var request: RequestDescription?
  /// By entry.
  package private(set) var layouts: [TextLayout] = []
  package private(set) var lines: [Line] = []
  /// The first line shown.
  package private(set) var top = 0
  private var columns = 0

  init(of message: MessageID, title: String) {
    self.message = message
    self.title = title
  }

  /// Takes the entries, laid out for a width; what has not changed is not laid out again.
  mutating func show(_ entries: [Entry], columns: Int) {
    guard entries != self.entries || columns != self.columns else { return }
    self.entries = entries
    self.columns = columns
    let width = max(1, columns - Self.labelColumns)
    layouts = entries.map { TextLayout($0.text, widthInColumns: width) }
    lines = layouts.indices.flatMap { index in
      (0..<layouts[index].lineCount).map { line in
        Line(label: line == 0 ? entries[index].label : "", entry: index, line: line)
      }
    }
  }

  mutating func scroll(to line: Int, height: Int) {
    top = min(max(0, line), max(0, lines.count - height))
  }
}
