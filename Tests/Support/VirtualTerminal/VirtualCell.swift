import Workbench

/// One cell as the terminal shows it.
package struct VirtualCell: Sendable, Equatable {
  /// The character and its marks; empty for a cell that was never written.
  package let text: String
  /// 2 for the first half of a wide character.
  package let widthInColumns: Int
  package let style: Style

  package init(text: String, widthInColumns: Int = 1, style: Style = Style()) {
    self.text = text
    self.widthInColumns = widthInColumns
    self.style = style
  }
}
