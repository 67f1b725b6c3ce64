import Conversation

/// Where a delta's text lies in the reply's texts; moves at the cost of the deltas in between.
package struct DeltaPlace: Sendable, Hashable {
  /// The number of the delta, from 0.
  package private(set) var index = 0
  private var bytes: [Delta.Channel: Int] = [:]

  package init() {}

  /// Goes to a delta; to the last one's end where there is none of that number.
  package mutating func move(to target: Int, in marks: [Reply.Mark]) {
    let target = max(0, min(target, marks.count))
    if index > marks.count { self = DeltaPlace() }
    while index > target {
      index -= 1
      bytes[marks[index].channel, default: 0] -= marks[index].lengthInBytes
    }
    while index < target {
      bytes[marks[index].channel, default: 0] += marks[index].lengthInBytes
      index += 1
    }
  }

  /// What the delta here brought; pieces of characters are shown as such, and what is not there any more is empty.
  package func text(of message: Message) -> String {
    guard let reply = message.reply, reply.marks.indices.contains(index) else { return "" }
    let mark = reply.marks[index]
    let start = bytes[mark.channel] ?? 0
    switch mark.channel {
    case .content:
      return message.content.piece(at: reply.givenBytes + start, bytes: mark.lengthInBytes)
    case .reasoning: return reply.reasoning.piece(at: start, bytes: mark.lengthInBytes)
    case .refusal: return reply.refusal.piece(at: start, bytes: mark.lengthInBytes)
    }
  }
}

extension String {
  /// Some bytes of the text, as far as it has them.
  fileprivate func piece(at offset: Int, bytes: Int) -> String {
    guard let start = utf8.index(utf8.startIndex, offsetBy: offset, limitedBy: utf8.endIndex) else {
      return ""
    }
    let end = utf8.index(start, offsetBy: bytes, limitedBy: utf8.endIndex) ?? utf8.endIndex
    return String(decoding: utf8[start..<end], as: UTF8.self)
  }
}
