import Conversation
import JSON

/// Reads what ``MarkdownWriter`` wrote, by its markers.
struct MarkedConversation {
  private let frontMatter: FrontMatter
  private let start: [UInt8]
  private var messages: [StoredMessage] = []
  private var keys: Set<MessageKey> = []
  private var lineNumber = 0

  /// A marker's line, and where what it stands for begins.
  private struct Open {
    let kind: MarkdownMarker.Kind
    let json: String
    let line: Int
    let payload: Int
  }

  init(_ frontMatter: FrontMatter, _ marker: MarkdownMarker) {
    self.frontMatter = frontMatter
    start = Array("<!-- \(marker.boundary) ".utf8)
  }

  /// Reads until the conversation is closed; `nil` where there is no message in it.
  mutating func read(
    _ lines: inout MarkdownLines,
    _ report: inout ImportReport
  ) -> ImportedConversation? {
    var open: Open?
    while let line = lines.next() {
      lineNumber += 1
      guard let next = marker(in: lines.text[line], payload: lines.place) else { continue }
      if let open { take(open, Self.payload(lines.text[open.payload..<line.lowerBound]), &report) }
      open = next
      if next.kind == .close { break }
    }
    if let open, open.kind != .close {
      take(open, Self.payload(lines.text[min(open.payload, lines.text.count)...]), &report)
      report.note("\(title): the end of the file is missing")
    }
    guard let last = messages.last else {
      report.count(.emptyConversation)
      return nil
    }
    return ImportedConversation(
      conversation: StoredConversation(record: record, messages: messages.map(\.plausible)),
      leaf: last.key
    )
  }

  private func marker(in line: ArraySlice<UInt8>, payload: Int) -> Open? {
    guard let place = line.firstPlace(of: start) else { return nil }
    let rest = line[(place + start.count)...].trimmed
    let ending = Array(" -->".utf8)
    guard rest.suffix(ending.count).elementsEqual(ending) else { return nil }
    let inner = rest.dropLast(ending.count)
    let word = inner.prefix { $0 != UInt8(ascii: " ") }
    guard let kind = MarkdownMarker.Kind(rawValue: String(decoding: word, as: UTF8.self)) else {
      return nil
    }
    let json = String(decoding: inner.dropFirst(word.count), as: UTF8.self)
    return Open(kind: kind, json: json, line: lineNumber, payload: payload)
  }

  /// What stands between two markers, without the empty lines that keep it apart from them.
  private static func payload(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var payload = bytes
    if payload.first == UInt8(ascii: "\n") { payload = payload.dropFirst() }
    for _ in 0..<2 where payload.last == UInt8(ascii: "\n") { payload = payload.dropLast() }
    return payload
  }

  private mutating func take(
    _ open: Open,
    _ payload: ArraySlice<UInt8>,
    _ report: inout ImportReport
  ) {
    let text = String(decoding: payload, as: UTF8.self)
    switch open.kind {
    case .message:
      guard let message = message(open, content: text) else {
        report.count(.brokenLine)
        return report.note(
          "\(title): the marker of a message is damaged, in line \(open.line) of it"
        )
      }
      guard keys.insert(message.key).inserted else { return report.count(.repeatedMessage) }
      messages.append(message)
    case .content: changeLast { $0.content = text }
    case .reasoning: changeLast { $0.reply?.reasoning = text }
    case .file:
      guard let file = file(open, payload) else { return report.count(.file) }
      changeLast { $0.attachments.append(file) }
    case .end, .close: break
    }
  }

  private mutating func changeLast(_ change: (inout StoredMessage) -> Void) {
    guard !messages.isEmpty else { return }
    change(&messages[messages.count - 1])
  }

  private func message(_ open: Open, content: String) -> StoredMessage? {
    guard let json = JSONValue(json: open.json), let key = json["key"]?.messageKey,
      let role = json["role"]?.asText.flatMap(MessageRole.init)
    else { return nil }
    var message = StoredMessage(
      key: key,
      parent: messages.last?.key,
      role: role,
      created: json["created"]?.moment ?? WallTime(milliseconds: 0),
      content: content,
      reply: json["reply"]?.asObject.map { ReplyForm.reply(from: .object($0)) }
    )
    if role == .user { message.votes = VoteForm.votes(from: json.list("votes")) }
    return message
  }

  private func file(_ open: Open, _ payload: ArraySlice<UInt8>) -> AttachedFile? {
    guard let json = JSONValue(json: open.json) else { return nil }
    let content: MessagePart
    if payload.starts(with: "![".utf8) {
      guard let image = MessagePart(markdownImage: payload) else { return nil }
      content = image
    } else {
      guard let text = String(fenced: payload) else { return nil }
      let isWhole = json["final_newline"]?.asBool ?? true
      content = .text(isWhole ? text : String(text.dropLast()))
    }
    return AttachedFile(
      name: json["name"]?.asText ?? "",
      sizeInBytes: json["size"]?.count ?? 0,
      content: content
    )
  }

  private var title: String { frontMatter.text("title") ?? "a conversation" }

  private var record: ConversationRecord {
    let id = frontMatter.text("id").flatMap(ConversationID.init)
    let created = frontMatter.moment("created") ?? messages.first?.created
    var record = ConversationRecord(
      id: id ?? StableHash(messages.map { String($0.key.rawValue) }.joined()).conversationID,
      created: created ?? WallTime(milliseconds: 0)
    )
    record.title = frontMatter.text("title") ?? ""
    record.titleSource =
      frontMatter.text("title_source").flatMap(ConversationRecord.TitleSource.init) ?? .firstMessage
    record.system = frontMatter.text("system")
    record.tags = frontMatter.texts("tags")
    record.isPinned = frontMatter.isTrue("pinned")
    record.isArchived = frontMatter.isTrue("archived")
    record.forkedFrom = frontMatter.text("forked_from").flatMap(ConversationID.init)
    record.origin = frontMatter.text("origin")
    return record
  }
}

extension String {
  /// The text between the two fences of what ``fenced`` makes; it ends with a line end.
  fileprivate init?(fenced bytes: ArraySlice<UInt8>) {
    guard let first = bytes.firstIndex(of: UInt8(ascii: "\n")),
      let last = bytes.lastIndex(of: UInt8(ascii: "\n")), bytes.first == UInt8(ascii: "`")
    else { return nil }
    self.init(decoding: first < last ? bytes[(first + 1)...last] : [], as: UTF8.self)
  }
}

extension MessagePart {
  /// The image of `![name](data:image/png;base64,…)`.
  fileprivate init?(markdownImage bytes: ArraySlice<UInt8>) {
    guard let start = bytes.firstPlace(of: "](data:".utf8), bytes.last == UInt8(ascii: ")"),
      let comma = bytes[start...].firstIndex(of: UInt8(ascii: ","))
    else { return nil }
    let type = bytes[(start + "](data:".utf8.count)..<comma]
    let mediaType = String(decoding: type.prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self)
    let base64 = String(decoding: bytes[(comma + 1)...].dropLast(), as: UTF8.self)
    guard let format = ImageFormat(mediaType: mediaType), base64.isBase64 else { return nil }
    self = .image(format, base64: base64)
  }
}
