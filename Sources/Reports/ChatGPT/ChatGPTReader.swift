import Conversation
import JSON

/// Reads ChatGPT's `conversations.json`, one conversation at a time.
struct ChatGPTReader: ImportReader, ~Copyable {
  private static let mostBytesOfAConversation = 1 << 29

  private let take: ConversationImport.Taking
  private var elements = ElementCutter(mostBytes: mostBytesOfAConversation)
  private var collector = Collector()

  init(take: @escaping ConversationImport.Taking) {
    self.take = take
  }

  mutating func feed(_ bytes: UnsafeRawBufferPointer) throws {
    try elements.feed(bytes) { element, number in
      for conversation in collector.read(element, number) { try take(conversation) }
    }
  }

  mutating func finish() throws -> ImportReport {
    if let number = elements.numberOfCutOff { collector.noteEnd(in: number) }
    return collector.report
  }

  private struct Collector: ~Copyable {
    var report = ImportReport()
    private var parser = JSONParser()

    /// The file ends in a conversation.
    mutating func noteEnd(in number: Int) {
      report.count(.brokenConversation)
      report.note("conversation \(number): the file ends in it")
    }

    mutating func read(_ element: PieceBuffer.Piece, _ number: Int) -> [ImportedConversation] {
      switch element {
      case .tooLong:
        report.count(.oversized)
        report.note("conversation \(number): larger than 512 MB")
        return []
      case .whole(let bytes):
        guard let json = parser.parse(bytes), json.isObject else {
          report.count(.brokenConversation)
          report.note("conversation \(number): no JSON")
          return []
        }
        // Some tools put the array into an object.
        if let list = json["conversations"], list.isArray {
          return list.elements.compactMap { conversation($0, number) }
        }
        return conversation(json, number).map { [$0] } ?? []
      }
    }

    private mutating func conversation(
      _ json: JSONElement,
      _ number: Int
    ) -> ImportedConversation? {
      guard let mapping = json["mapping"], mapping.isObject else {
        report.count(.brokenConversation)
        report.note("conversation \(number): no mapping of messages in it")
        return nil
      }
      var walk = ChatGPTWalk(json, ChatGPTTree(mapping))
      let conversation = walk.run(&report)
      if let conversation { report.took(conversation) }
      return conversation
    }
  }
}
