import Conversation

/// Reads ChatGPT's conversations.
struct ChatGPTReader: ImportReader, ~Copyable {
  private let take: ConversationImport.Taking

  init(take: @escaping ConversationImport.Taking) {
    self.take = take
  }

  mutating func feed(_ bytes: UnsafeRawBufferPointer) throws {}

  mutating func finish() throws -> ImportReport { ImportReport() }
}
