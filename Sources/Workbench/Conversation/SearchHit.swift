import Conversation

/// A place where a text was found.
package struct SearchHit: Sendable, Hashable {
  package let message: MessageID
  package let section: MessageSection
  /// UTF-8 bytes of the section's source: what holds the text, or what it is shown for.
  package let range: Range<Int>

  var anchor: MessageAnchor { section.anchor(offset: range.lowerBound) }

  var order: (Int, Int, Int) { (message.rawValue, section.rawValue, range.lowerBound) }

  func overlaps(_ other: SearchHit) -> Bool {
    message == other.message && section == other.section && range.overlaps(other.range)
  }
}
