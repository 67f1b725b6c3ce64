/// What must stand behind a text so that Markdown behind it is read as such.
enum MarkdownEnding {
  /// The end of a fence that was left open, on a line of its own; empty for most texts.
  ///
  /// A comment that was left open ends with the marker before it, and takes an empty line.
  static func closing(of text: String) -> String {
    var fence: MarkdownFence?
    var lines = MarkdownLines(Array(text.utf8))
    while let line = lines.next() { MarkdownFence.follow(lines.text[line], &fence) }
    if let fence { return fence.closing + "\n" }
    return hasOpenComment(text) ? "\n" : ""
  }

  private static func hasOpenComment(_ text: String) -> Bool {
    guard let last = text.ranges(of: "<!--").last else { return false }
    return !text[last.upperBound...].contains("-->")
  }
}
