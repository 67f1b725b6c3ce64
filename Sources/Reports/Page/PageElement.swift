/// The small parts that a page is made of.
enum PageElement {
  /// A text as it was typed, line by line.
  static func plain(_ text: String) -> String {
    "<div class=\"text plain\">\(HTMLText.escaped(text))</div>\n"
  }

  static func text(_ elements: String) -> String { "<div class=\"text\">\(elements)</div>\n" }

  static func line(_ text: String, of kind: StaticString) -> String {
    "<p class=\"\(kind)\">\(HTMLText.escaped(text.oneLine))</p>\n"
  }

  /// Elements that are shown on demand.
  static func folded(_ summary: String, of kind: StaticString, _ elements: String) -> String {
    """
    <details class="\(kind)">
    <summary>\(HTMLText.escaped(summary.oneLine))</summary>
    \(elements)</details>

    """
  }
}
