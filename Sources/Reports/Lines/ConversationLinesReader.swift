import Conversation
import JSON

/// Reads conversations from our own lines of JSON; a line that is none is named and left out.
struct ConversationLinesReader: ImportReader, ~Copyable {
  private static let mostBytesOfALine = 1 << 29

  private let take: ConversationImport.Taking
  private var lines = LineCutter(mostBytes: mostBytesOfALine)
  private var collector = Collector()

  init(take: @escaping ConversationImport.Taking) {
    self.take = take
  }

  mutating func feed(_ bytes: UnsafeRawBufferPointer) throws {
    try lines.feed(bytes) { line, number in
      try collector.add(line, number).map(take)
    }
  }

  mutating func finish() throws -> ImportReport {
    try lines.finish { line, number in
      try collector.add(line, number).map(take)
    }
    try collector.end().map(take)
    return collector.report
  }
}

extension ConversationLinesReader {
  /// The conversation that the lines at hand belong to.
  fileprivate struct Collector: ~Copyable {
    var report = ImportReport()
    private var parser = JSONParser()
    private var current: ImportedConversation?
    private var keys: Set<MessageKey> = []

    /// - Returns: The conversation before, when the line begins another.
    mutating func add(_ line: PieceBuffer.Piece, _ number: Int) -> ImportedConversation? {
      guard case .whole(let bytes) = line else {
        leaveOut(.oversized, "line \(number): longer than 512 MB")
        return nil
      }
      let text = UnsafeRawBufferPointer(rebasing: bytes.withoutMark(isFirst: number == 1))
      if text.allSatisfy({ " \t\r".utf8.contains($0) }) { return nil }
      guard let json = parser.parse(text)?.jsonValue, json.asObject != nil else {
        leaveOut(.brokenLine, "line \(number): no JSON object, or cut off")
        return nil
      }
      switch json["weir"]?.asText.flatMap(ConversationLines.Kind.init) {
      case .conversation: return begin(json, number)
      case .message: addMessage(json, number)
      case nil: leaveOut(.brokenLine, "line \(number): neither a conversation nor a message")
      }
      return nil
    }

    /// The last conversation.
    mutating func end() -> ImportedConversation? {
      defer { current = nil }
      if let current { report.took(current) }
      return current
    }

    private mutating func begin(_ json: JSONValue, _ number: Int) -> ImportedConversation? {
      let last = end()
      keys = []
      if let version = json["version"]?.asInteger, version > ConversationLines.version {
        leaveOut(
          .brokenLine,
          "line \(number): form \(version) is of a newer weir; this one reads 1"
        )
      } else if let record = ConversationRecord(line: json) {
        let conversation = StoredConversation(record: record, messages: [])
        current = ImportedConversation(
          conversation: conversation,
          leaf: json["leaf"]?.messageKey
        )
      } else {
        leaveOut(
          .brokenLine,
          "line \(number): a conversation without an id of 32 hexadecimal digits"
        )
      }
      return last
    }

    private mutating func addMessage(_ json: JSONValue, _ number: Int) {
      guard let conversation = current?.conversation.record.id,
        json["conversation"]?.asText.map({ $0 == conversation.text }) ?? true
      else {
        return leaveOut(.brokenLine, "line \(number): a message without its conversation before it")
      }
      guard let message = StoredMessage(line: json) else {
        return leaveOut(.brokenLine, "line \(number): a message without key, role or content")
      }
      guard keys.insert(message.key).inserted else {
        return leaveOut(.repeatedMessage, "line \(number): the key of another message")
      }
      let attachments = json.list("attachments").count
      report.count(.file, times: attachments - message.attachments.count)
      current?.conversation.messages.append(message)
    }

    private mutating func leaveOut(_ omission: ImportOmission, _ problem: String) {
      report.count(omission)
      report.note(problem)
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The bytes without the mark that some editors put before a file's first line.
  fileprivate func withoutMark(isFirst: Bool) -> Slice<UnsafeRawBufferPointer> {
    isFirst && starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self[...]
  }
}
