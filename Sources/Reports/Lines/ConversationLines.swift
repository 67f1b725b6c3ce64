import Conversation

/// Writes a conversation as lines of JSON: one of its own, then one a message; docs/FORMATS.md describes them.
enum ConversationLines {
  /// What the first member of a line says.
  enum Kind: String {
    case conversation
    case message
  }

  /// The version of the form; a reader takes this and all lower ones.
  static let version = 1

  static func text(of conversation: StoredConversation, leaf: MessageKey?) -> String {
    var text = line(of: conversation.record, leaf: leaf).printableText + "\n"
    for message in conversation.messages {
      text += line(of: message, in: conversation.record.id).printableText
      text += "\n"
    }
    return text
  }

  private static func line(of record: ConversationRecord, leaf: MessageKey?) -> JSONValue {
    JSONObject.having([
      "weir": .string(Kind.conversation.rawValue),
      "version": .integer(version),
      "id": .string(record.id.text),
      "created": .moment(record.created),
      "title": .text(record.title),
      "title_source": .string(record.titleSource.rawValue),
      "system": record.system.map { .string($0) },
      "tags": .list(record.tags.map { .string($0) }),
      "pinned": .flag(record.isPinned),
      "archived": .flag(record.isArchived),
      "forked_from": record.forkedFrom.map { .string($0.text) },
      "origin": record.origin.map { .string($0) },
      "leaf": leaf.map { .key($0) },
    ])
  }

  private static func line(of message: StoredMessage, in id: ConversationID) -> JSONValue {
    JSONObject.having([
      "weir": .string(Kind.message.rawValue),
      "conversation": .string(id.text),
      "key": .key(message.key),
      "parent": message.parent.map { .key($0) },
      "role": .string(message.role.rawValue),
      "created": .moment(message.created),
      "pruned": .flag(message.isPruned),
      "content": .string(message.content),
      "attachments": .list(message.attachments.map(\.json)),
      "votes": .list(message.votes.map(VoteForm.json)),
      "reply": message.reply.map { ReplyForm.json(of: $0, .whole) },
    ])
  }
}

extension AttachedFile {
  fileprivate var json: JSONValue {
    switch content {
    case .text(let text):
      ["name": .string(name), "size": .integer(sizeInBytes), "text": .string(text)]
    case .image(let format, let base64):
      [
        "name": .string(name), "size": .integer(sizeInBytes),
        "media_type": .string(format.mediaType), "base64": .string(base64),
      ]
    }
  }
}
