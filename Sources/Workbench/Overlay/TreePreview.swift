import Conversation

/// The beginning of a message, as much as the lower part of the tree view can show.
package struct TreePreview: Sendable {
  /// The message, without what cannot be seen of it.
  package let message: Message
  package let text: MessageText
  let size: ScreenSize
  /// Whether nothing more can come.
  let isWhole: Bool

  init(_ message: Message, size: ScreenSize, keyMap: KeyMap) {
    self.size = size
    isWhole = message.reply?.isStreaming != true
    var shown = message
    // A row rarely takes more bytes than this; a longer text costs no more.
    let limit = max(256, size.rows * size.columns * 4)
    if shown.content.utf8.count > limit {
      shown.content = String(decoding: shown.content.utf8.prefix(limit), as: UTF8.self)
    }
    self.message = shown
    let width = max(1, size.columns - WorkbenchState.textIndent - 1)
    var text = MessageText(shown, options: MessageText.Options(width: width))
    text.extend(to: shown, notes: MessageNote.notes(of: message, keyMap: keyMap))
    while text.layOut(rows: 0..<size.rows) {}
    self.text = text
  }
}
