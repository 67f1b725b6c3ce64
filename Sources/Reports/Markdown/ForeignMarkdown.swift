import Conversation

/// Reads Markdown of other programs, in which a heading says who speaks: `## User`, `**Assistant:**`.
///
/// The first such heading tells how they look in this file; what looks otherwise is text.
struct ForeignMarkdown {
  private let name: String
  private let frontMatter: FrontMatter?

  init(name: String, frontMatter: FrontMatter?) {
    self.name = name
    self.frontMatter = frontMatter
  }

  /// Reads the rest of a file; `nil` where nobody speaks in it.
  func read(_ lines: inout MarkdownLines, _ report: inout ImportReport) -> ImportedConversation? {
    let start = lines.place
    var style: SpeakerHeading.Style?
    var sections: [(heading: SpeakerHeading, text: String)] = []
    var fence: MarkdownFence?
    var title: String?
    while let range = lines.next() {
      let line = lines.text[range]
      let wasInFence = fence != nil
      MarkdownFence.follow(line, &fence)
      if !wasInFence, fence == nil, let heading = SpeakerHeading(line),
        style == nil || heading.style == style
      {
        style = heading.style
        sections.append((heading, heading.rest))
      } else if !sections.isEmpty {
        sections[sections.count - 1].text += String(decoding: line, as: UTF8.self) + "\n"
      } else if title == nil, line.starts(with: "# ".utf8) {
        title = String(decoding: line.dropFirst(2).trimmed, as: UTF8.self)
      }
    }
    guard sections.contains(where: { $0.heading.role != .system }) else {
      report.count(.conversationWithoutRoles)
      return nil
    }
    var hash = StableHash("markdown")
    hash.add(lines.text[start...])
    return conversation(sections, title: title, hash: hash, &report)
  }

  private func conversation(
    _ sections: [(heading: SpeakerHeading, text: String)],
    title: String?,
    hash: StableHash,
    _ report: inout ImportReport
  ) -> ImportedConversation? {
    let origin = "markdown \(String(hash.value, radix: 16))"
    let created = frontMatter?.moment("created") ?? frontMatter?.moment("date")
    var record = ConversationRecord(
      id: StableHash(origin).conversationID,
      created: created ?? WallTime(milliseconds: 0)
    )
    record.origin = origin
    record.tags = frontMatter?.texts("tags") ?? []
    var keys = OriginKeys(origin: origin)
    var messages: [StoredMessage] = []
    for (heading, text) in sections {
      let content = String(decoding: Array(text.utf8).trimmed, as: UTF8.self)
      if heading.role == .system {
        if record.system != nil { report.count(.secondSystemPrompt) }
        record.system = record.system ?? content
        continue
      }
      let isReply = heading.role == .assistant
      let parent = messages.last?.key
      messages.append(
        StoredMessage(
          key: keys.next(named: String(messages.count), at: record.created, after: parent),
          parent: parent,
          role: isReply ? .reply : .user,
          created: record.created,
          content: content,
          reply: isReply ? .imported(from: "markdown", model: heading.model) : nil
        )
      )
    }
    record.setTitle(
      frontMatter?.text("title") ?? title ?? messages.first.map {
        ConversationRecord.title(from: $0.content)
      } ?? name,
      from: title == nil && frontMatter?.text("title") == nil ? .firstMessage : .user
    )
    let stored = StoredConversation(record: record, messages: messages)
    return ImportedConversation(conversation: stored, leaf: messages.last?.key)
  }
}
