import Conversation

/// Writes one path through a conversation as Markdown with front matter: for people, and so that
/// ``MarkdownReader`` gets every text back byte for byte, whatever it holds.
struct MarkdownWriter {
  private let record: ConversationRecord
  private let branches: Branches
  private let path: [Int]
  private let marker: MarkdownMarker

  init(_ conversation: StoredConversation, leaf: MessageKey?) {
    record = conversation.record
    branches = Branches(conversation)
    path = branches.path(through: leaf)
    let messages = branches.messages
    marker = MarkdownMarker(
      apartFrom: [record.title, record.system ?? ""] + path.flatMap { messages[$0].allTexts },
      seed: record.id.text
    )
  }

  var text: String {
    var text = frontMatter
    let title = record.title.isEmpty ? "Untitled" : record.title
    text += "\n# \(title.markdownLine)\n\n"
    for place in path { text += section(of: place) }
    return text + marker.text(.close) + "\n"
  }

  /// The same path for reading only: without the front matter and the marks by which it is read back.
  var transcript: String {
    let mark = "<!-- \(marker.boundary)"
    var transcript = ""
    for line in text.dropFirst(frontMatter.count).split(
      separator: "\n",
      omittingEmptySubsequences: false
    ) {
      guard let start = line.firstRange(of: mark)?.lowerBound else {
        transcript += line + "\n"
        continue
      }
      let shown = line[..<start]
      if !shown.isEmpty { transcript += shown + "\n" }
    }
    return transcript
  }

  private var frontMatter: String {
    let replies = path.compactMap { branches.messages[$0].reply }
    let models = replies.map { $0.reportedModel ?? $0.preset.model }
    let lines: [(String, JSONValue?)] = [
      ("weir", .integer(ConversationLines.version)),
      ("boundary", .string(marker.boundary)),
      ("title", .string(record.title)),
      ("id", .string(record.id.text)),
      ("created", .moment(record.created)),
      ("tags", .array(record.tags.map { .string($0) })),
      ("presets", .array(replies.map(\.preset.name).firstOfEach.map { .string($0) })),
      ("models", .array(models.firstOfEach.map { .string($0) })),
      ("system", record.system.map { .string($0) }),
      ("title_source", .string(record.titleSource.rawValue)),
      ("pinned", .flag(record.isPinned)),
      ("archived", .flag(record.isArchived)),
      ("forked_from", record.forkedFrom.map { .string($0.text) }),
      ("origin", record.origin.map { .string($0) }),
    ]
    let text = lines.compactMap { name, value in value.map { "\(name): \($0.printableText)\n" } }
      .joined()
    return "---\n\(text)---\n"
  }

  private func section(of place: Int) -> String {
    let message = branches.messages[place]
    let heading = "## \(message.speaker.markdownLine)\(message.created.headingText)"
    var text = "\(heading) \(marker.text(.message, json(of: message)))\n\n"
    if let reasoning = message.reply?.reasoning, !reasoning.isEmpty {
      text += folded("Reasoning", .reasoning, nil, payload: reasoning)
      text += marker.text(.content) + "\n\n"
    }
    text += message.content + "\n\n"
    let closing = MarkdownEnding.closing(of: message.content)
    let rest =
      message.attachments.map(self.text).joined() + (message.reply.map(appendix) ?? "")
      + note(ofSiblingsOf: place)
    if closing.isEmpty, rest.isEmpty { return text }
    return text + "\(marker.text(.end))\n\(closing)\n\(rest)"
  }

  private func json(of message: StoredMessage) -> JSONValue {
    JSONObject.having([
      "key": .key(message.key),
      "role": .string(message.role.rawValue),
      "created": .moment(message.created),
      "votes": .list(message.votes.map(VoteForm.json)),
      "reply": message.reply.map { ReplyForm.json(of: $0, .brief) },
    ])
  }

  /// Something that is shown on demand.
  private func folded(
    _ summary: String,
    _ kind: MarkdownMarker.Kind,
    _ json: JSONValue?,
    payload: String
  ) -> String {
    """
    <details>
    <summary>\(HTMLText.escaped(summary))</summary>
    \(marker.text(kind, json))

    \(payload)

    \(marker.text(.end))
    \(MarkdownEnding.closing(of: payload))</details>


    """
  }

  private func text(of file: AttachedFile) -> String {
    let name = file.name.oneLine
    var members: [(String, JSONValue)] = [
      ("name", .string(file.name)), ("size", .integer(file.sizeInBytes)),
    ]
    let payload: String
    switch file.content {
    case .text(let text):
      members.append(("final_newline", .bool(text.utf8.last == UInt8(ascii: "\n"))))
      payload = text.fenced
    case .image(let format, let base64):
      payload = "![\(name.markdownLine)](data:\(format.mediaType);base64,\(base64))"
    }
    let summary = "\(name), \(file.sizeInBytes) bytes"
    return folded(summary, .file, .object(JSONObject(members)), payload: payload)
  }

  /// What a reply holds beside its words; it is read back from the heading.
  private func appendix(of reply: Reply) -> String {
    var text = ""
    if !reply.refusal.isEmpty { text += "> Refused: \(reply.refusal.oneLine.markdownLine)\n\n" }
    for call in reply.toolCalls {
      text +=
        "Asked for the tool \(call.name.oneLine.markdownLine):\n\n\(call.arguments.fenced)\n\n"
    }
    if let problem = reply.ending?.problem { text += "*\(problem.oneLine.markdownLine)*\n\n" }
    return text
  }

  /// Names the other branches here, which the file does not hold.
  private func note(ofSiblingsOf place: Int) -> String {
    let siblings = branches.siblings(of: place)
    guard siblings.count > 1, let position = siblings.firstIndex(of: place) else { return "" }
    let others = siblings.filter { $0 != place }.map { branches.messages[$0].speaker }.firstOfEach
    let names = others.prefix(4).map(\.markdownLine).joined(separator: ", ")
    let more = others.count > 4 ? ", …" : ""
    return "*\(position + 1) of \(siblings.count); not in this file: \(names)\(more)*\n\n"
  }
}
