import Conversation
import Typeset

/// How far the last message, which may grow, was looked through.
struct EndOfSearch: Sendable {
  /// How much of a message there was, in UTF-8 bytes.
  struct Lengths: Sendable, Equatable {
    var content = 0
    var reasoning = 0
    var isStreaming = false

    subscript(section: MessageSection) -> Int { section == .content ? content : reasoning }
  }

  var lengths = Lengths()
  /// Where the part of a text began that could still change.
  private(set) var open: [MessageSection: Int] = [:]
  /// Where the text ended when that part was last read.
  private var parsedThrough: [MessageSection: Int] = [:]

  /// Up to here an open part is looked through each time that it grows; beyond, each time that it was read again.
  private static let longPart = 16_384

  func isWorthwhile(_ document: Document, _ section: MessageSection) -> Bool {
    document.source.count - (open[section] ?? 0) <= Self.longPart
      || parsedThrough[section] != document.parsedThrough
  }

  mutating func note(_ document: Document, _ section: MessageSection) {
    open[section] = document.openSource
    parsedThrough[section] = document.parsedThrough
  }
}

extension EndOfSearch.Lengths {
  init(_ message: Message) {
    content = message.content.utf8.count
    reasoning = message.reply?.reasoning.utf8.count ?? 0
    isStreaming = message.reply?.isStreaming == true
  }
}
