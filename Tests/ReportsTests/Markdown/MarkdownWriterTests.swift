import Conversation
import Support
import Testing

@testable import Reports

@Suite struct MarkdownWriterTests {
  @Test("gives every text of the path back", arguments: Soak.seeds(60, whole: 6_000))
  func comesBack(seed: UInt64) throws {
    var generator = RandomConversation(seed: seed)
    var conversation = generator.next(messages: 7)
    // An answer that is itself an export.
    let inner = ConversationExport(format: .markdown).text(of: generator.next(messages: 4))
    conversation.messages[6].content = inner
    conversation.messages[6].isPruned = false
    conversation.messages[6].parent = nil
    let text = ConversationExport(format: .markdown).text(of: conversation)
    let result = try ConversationImport.read(Array(text.utf8), named: "x.md")
    #expect(result.conversations.map(\.conversation) == [conversation.shared.path])
    #expect(result.report.sentences == [])
    #expect(!text.contains("hidden-word"))
  }

  @Test func writesWhatPeopleRead() {
    expectSnapshot(ConversationExport(format: .markdown).text(of: .sample), named: "sample")
  }

  @Test func readsSeveralInOneFile() throws {
    var generator = RandomConversation(seed: 3)
    let conversations = (0..<3).map { _ in generator.next(messages: 3) }
    let text = conversations.map { ConversationExport(format: .markdown).text(of: $0) }.joined()
    let result = try ConversationImport.read(Array(text.utf8), named: "x.md")
    #expect(
      result.conversations.map(\.conversation)
        == conversations.map(\.shared.path).filter { !$0.messages.isEmpty }
    )
  }

  @Test("survives whatever is done to a file", arguments: Soak.seeds(60, whole: 6_000))
  func survives(seed: UInt64) throws {
    var generator = RandomConversation(seed: seed)
    let text = ConversationExport(format: .markdown).text(of: generator.next(messages: 5))
    let broken = Mutation.apply(to: Array(text.utf8), using: &generator.random)
    _ = try ConversationImport.read(broken, named: "x", format: .markdown)
  }
}

extension StoredConversation {
  /// The newest path as Markdown holds it.
  fileprivate var path: StoredConversation {
    let branches = Branches(self)
    var parent: MessageKey?
    let messages = branches.path(through: nil).map { place in
      var message = branches.messages[place]
      message.parent = parent
      parent = message.key
      message.reply?.marks = []
      message.reply?.logProbs = []
      if let reply = message.reply { message.reply = reply.stored(by: reply.preset.brief) }
      return message
    }
    return StoredConversation(record: record, messages: messages)
  }
}
