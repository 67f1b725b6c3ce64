import Conversation
import JSON

extension ConversationRecord {
  /// Reads the line of a conversation; `nil` without an id.
  init?(line json: JSONElement) {
    guard let id = json["id"]?.string.flatMap(ConversationID.init) else { return nil }
    self.init(id: id, created: json["created"]?.moment ?? WallTime(milliseconds: 0))
    title = json["title"]?.string ?? ""
    titleSource = json["title_source"]?.string.flatMap(TitleSource.init) ?? .firstMessage
    system = json["system"]?.string
    tags = json["tags"]?.strings ?? []
    isPinned = json["pinned"]?.bool ?? false
    isArchived = json["archived"]?.bool ?? false
    forkedFrom = json["forked_from"]?.string.flatMap(ConversationID.init)
    origin = json["origin"]?.string
  }
}

extension StoredMessage {
  /// Reads the line of a message; `nil` without a key, a role or a content.
  init?(line json: JSONElement) {
    guard let key = json["key"]?.messageKey, let content = json["content"]?.string,
      let role = json["role"]?.string.flatMap(MessageRole.init)
    else { return nil }
    self.init(
      key: key,
      parent: json["parent"]?.messageKey,
      role: role,
      created: json["created"]?.moment ?? WallTime(milliseconds: 0),
      content: content,
      attachments: (json["attachments"]?.elements).map { $0.compactMap(AttachedFile.init(line:)) }
        ?? [],
      isPruned: json["pruned"]?.bool ?? false,
      reply: json.present("reply").map(ReplyForm.reply)
    )
  }
}

extension AttachedFile {
  /// `nil` for what is neither a text nor an image of a known kind.
  init?(line json: JSONElement) {
    let name = json["name"]?.string ?? ""
    let content: MessagePart
    if let text = json["text"]?.string {
      content = .text(text)
    } else if let base64 = json["base64"]?.string, base64.isBase64,
      let format = json["media_type"]?.string.flatMap(ImageFormat.init(mediaType:))
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
