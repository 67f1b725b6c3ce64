import Conversation

/// The layouts of messages that a lane showed and may show again, such as siblings: the latest few.
struct SetAsideTexts: Sendable {
  /// More messages, or more bytes of them, are not kept.
  static let mostTexts = 256
  static let mostBytes = 2_097_152

  private var texts: [MessageID: MessageText] = [:]
  /// Oldest first.
  private var order: [MessageID] = []
  private(set) var bytes = 0

  var count: Int { texts.count }

  /// Keeps a layout, where making it again would cost something.
  mutating func put(_ text: MessageText, of id: MessageID) {
    guard text.isRead else { return }
    _ = take(id)
    texts[id] = text
    order.append(id)
    bytes += text.sizeInBytes
  }

  /// Hands out a layout, which is not kept any longer.
  mutating func take(_ id: MessageID) -> MessageText? {
    guard let text = texts.removeValue(forKey: id) else { return nil }
    if let index = order.lastIndex(of: id) { order.remove(at: index) }
    bytes -= text.sizeInBytes
    return text
  }

  /// Drops the oldest beyond what is kept.
  mutating func trim() {
    var dropped = 0
    while order.count - dropped > Self.mostTexts || bytes > Self.mostBytes, dropped < order.count {
      bytes -= texts.removeValue(forKey: order[dropped])?.sizeInBytes ?? 0
      dropped += 1
    }
    order.removeFirst(dropped)
  }
}
