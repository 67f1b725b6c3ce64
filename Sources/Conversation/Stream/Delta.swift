/// Text as the server sent it, with the arrival of each piece.
///
/// A delta is not a token.
package struct Delta: Sendable, Hashable {
  /// Which part of the reply the text belongs to.
  package enum Channel: String, Sendable, Hashable {
    case content
    case reasoning
    case refusal
  }

  /// The arrival of one piece of the text.
  package struct Mark: Sendable, Hashable {
    package var time: MonotonicTime
    /// Length in UTF-8 bytes; the marks' lengths add up to the text's.
    package var lengthInBytes: Int

    package init(time: MonotonicTime, lengthInBytes: Int) {
      self.time = time
      self.lengthInBytes = lengthInBytes
    }
  }

  package var channel: Channel
  package var text: String
  package var marks: [Mark]

  package init(channel: Channel, text: String, marks: [Mark]) {
    self.channel = channel
    self.text = text
    self.marks = marks
  }

  /// A delta of one piece.
  package init(channel: Channel, text: String, time: MonotonicTime) {
    self.init(
      channel: channel,
      text: text,
      marks: [Mark(time: time, lengthInBytes: text.utf8.count)]
    )
  }
}
