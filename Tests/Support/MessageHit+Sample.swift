import Conversation

extension MessageHit {
  /// A hit as an archive would give it; what was found stands between brackets in the excerpt.
  package static func sample(
    _ number: Int64,
    _ excerpt: String,
    title: String = "a title",
    preset: String? = "fast",
    created: WallTime = WallTime(milliseconds: 0)
  ) -> MessageHit {
    var text = ""
    var found: [Range<Int>] = []
    for (index, part) in excerpt.split(separator: "[", omittingEmptySubsequences: false)
      .enumerated()
    {
      let pieces = part.split(separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
      let start = text.utf8.count
      text += pieces[0]
      if index > 0 { found.append(start..<text.utf8.count) }
      if pieces.count > 1 { text += pieces[1] }
    }
    return MessageHit(
      conversation: ConversationSummary.sample(number).record.id,
      number: number,
      title: title,
      message: MessageKey(number),
      role: preset == nil ? .user : .reply,
      preset: preset,
      created: created,
      excerpt: text,
      found: found
    )
  }
}
