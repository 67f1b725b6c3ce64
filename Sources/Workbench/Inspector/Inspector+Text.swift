import Conversation

// What the pages of figures say, for the clipboard.
extension Inspector {
  func timesAsText(_ reply: Reply) -> String {
    Self.text(of: TimePageLines(self, reply, width: Self.textColumns).all)
  }

  func gapsAsText() -> String {
    let lines = GapsPageLines(self, isNarrow: false)
    return Self.text(of: lines.figures + lines.bins)
  }

  private static func text(of lines: [PageLine]) -> String {
    lines.map { $0.text + "\n" }.joined()
  }

  private static var textColumns: Int { 100 }
}
