import Conversation

extension ConversationRecord {
  /// Reads the line of a conversation; `nil` without an id.
  init?(line json: JSONValue) {
    guard let id = json["id"]?.asText.flatMap(ConversationID.init) else { return nil }
    self.init(id: id, created: json["created"]?.moment ?? WallTime(milliseconds: 0))
    title = json["title"]?.asText ?? ""
    titleSource = json["title_source"]?.asText.flatMap(TitleSource.init) ?? .firstMessage
    system = json["system"]?.asText
    tags = json.list("tags").compactMap(\.asText)
    isPinned = json["pinned"]?.asBool ?? false
    isArchived = json["archived"]?.asBool ?? false
    forkedFrom = json["forked_from"]?.asText.flatMap(ConversationID.init)
    origin = json["origin"]?.asText
  }
}

extension StoredMessage {
  /// Reads the line of a message; `nil` without a key, a role or a content.
  init?(line json: JSONValue) {
    guard let key = json["key"]?.messageKey, let content = json["content"]?.asText,
      let role = json["role"]?.asText.flatMap(MessageRole.init)
    else { return nil }
    var message = StoredMessage(
      key: key,
      parent: json["parent"]?.messageKey,
      role: role,
      created: json["created"]?.moment ?? WallTime(milliseconds: 0),
      content: content,
      attachments: json.list("attachments").compactMap(AttachedFile.init(line:)),
      isPruned: json["pruned"]?.asBool ?? false,
      reply: json["reply"]?.asObject.map { ReplyForm.reply(from: .object($0)) }
    )
    if role == .user { message.votes = VoteForm.votes(from: json.list("votes")) }
    self = message.plausible
  }
}

extension AttachedFile {
  /// `nil` for what is neither a text nor an image of a known kind.
  init?(line json: JSONValue) {
    let name = json["name"]?.asText ?? ""
    let content: MessagePart
    if let text = json["text"]?.asText {
      content = .text(text)
    } else if let base64 = json["base64"]?.asText, base64.isBase64,
      let format = json["media_type"]?.asText.flatMap(ImageFormat.init(mediaType:))
    {
      content = .image(format, base64: base64)
    } else {
      return nil
    }
    self.init(name: name, sizeInBytes: json["size"]?.count ?? 0, content: content)
  }
}

extension ImageFormat {
  init?(mediaType: String) {
    guard let format = Self.allCases.first(where: { $0.mediaType == mediaType }) else { return nil }
    self = format
  }
}

extension String {
  /// Whether it is of the signs of RFC 4648 alone, so that it can stand in a URL and a request.
  var isBase64: Bool {
    !isEmpty
      && utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"),
          UInt8(ascii: "="):
          true
        default: false
        }
      }
  }
}
