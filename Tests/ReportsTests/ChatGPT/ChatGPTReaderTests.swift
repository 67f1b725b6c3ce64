import Conversation
import Support
import Testing

@testable import Reports

@Suite struct ChatGPTReaderTests {
  /// A message as a line for people: depth in the tree, role, words, and what else a reply holds.
  private static func outline(_ conversation: StoredConversation) -> [String] {
    let branches = Branches(conversation)
    var lines: [String] = []
    func write(_ place: Int, _ depth: Int) {
      let message = branches.messages[place]
      let reply = message.reply
      let about = [
        reply?.preset.model, reply?.reasoning.replacing("\n", with: "⏎"),
        reply?.toolCalls.first.map { "\($0.name)(\($0.arguments))" },
        reply?.notices.first,
        reply?.ending == .finished(reason: nil) ? nil : reply?.ending.map { "\($0)" },
      ]
      .compactMap { $0 }.filter { !$0.isEmpty }
      let words = [message.role.rawValue, message.content.replacing("\n", with: "⏎")] + about
      lines.append(String(repeating: " ", count: depth) + words.joined(separator: " | "))
      for child in branches.children[place] { write(child, depth + 1) }
    }
    for root in branches.roots { write(root, 0) }
    return lines
  }

  private static func read(_ text: String) throws -> ConversationImport.Result {
    try ConversationImport.read(Array(text.utf8), named: "conversations.json")
  }

  @Test func readsBranchesThoughtsToolsAndImages() throws {
    let result = try Self.read("[\(ChatGPTFixture.everything)]")
    let conversation = try #require(result.conversations.first)
    #expect(
      Self.outline(conversation.conversation) == [
        "user | How deep is the pond?",
        " reply | First try. | small-1",
        " reply | Shall I count?⏎⏎```python⏎print(1)⏎```⏎⏎Two metres (Source). | big-2 | **Planning**⏎⏎Look it up."
          + " | python(print(2)) | Thought for 8 seconds | finished(reason: Optional(\"length\"))",
        "  user | What is on this picture?",
        "   reply | A pond. | big-2",
        "user | How deep is the lake?",
      ]
    )
    #expect(
      result.report.sentences == [
        "1 tool turn: what a program returned to the model has no place in weir",
        "1 image: the pixels are not in the file, only a pointer to them",
        "1 attached file: the file holds the name only",
        "1 hidden message: they were not shown in the conversation either",
        "1 note of a memory: it belongs to the service's memory",
      ]
    )
    let record = conversation.conversation.record
    #expect(record.title == "The pond")
    #expect(record.system == "A gardener.\n\nBe brief.")
    #expect(record.origin == "chatgpt c-1")
    #expect(record.created == WallTime(milliseconds: 1_700_000_000_500))
    let leaf = conversation.conversation.messages.first { $0.key == conversation.leaf }
    #expect(leaf?.content == "A pond.")
  }

  @Test func isTheSameEachTimeAndKeepsItsKeysWhenItGrows() throws {
    let first = try Self.read("[\(ChatGPTFixture.everything)]")
    let second = try Self.read("[\(ChatGPTFixture.everything)]")
    #expect(first == second)
    let lake = "How deep is the lake?"
    let grown = ChatGPTFixture.everything.replacing(lake, with: "How cold is it?")
    let third = try Self.read("[\(grown)]")
    let keys = [first, third].map { $0.conversations[0].conversation.messages.map(\.key) }
    #expect(keys[0] == keys[1])
    #expect(Set(keys[0]).count == keys[0].count)
  }

  @Test("takes what it can of odd conversations", arguments: ChatGPTFixture.odd)
  func takesOddOnes(text: String, lines: [String], sentences: [String]) throws {
    let result = try Self.read(text)
    #expect(result.conversations.flatMap { Self.outline($0.conversation) } == lines)
    #expect(result.report.sentences == sentences)
  }

  @Test func takesEachOfThoseThatHaveNoIdOnce() throws {
    let texts = [("A", "first"), ("A", "second"), ("B", "first"), ("A", "first")].map {
      ChatGPTFixture.withoutID(title: $0.0, answers: [$0.1])
    }
    let result = try Self.read("[\(texts.joined(separator: ","))]")
    let origins = result.conversations.map(\.conversation.record.origin)
    #expect(Set(origins).count == 3)
    #expect(origins[0] == origins[3])
    #expect(try Self.read("[ \(texts[1]) ]").conversations == [result.conversations[1]])
  }

  @Test("keeps the order of siblings that have no times, and the shown one", arguments: 0..<6)
  func keepsTheOrderOfSiblings(shown: Int) throws {
    let answers = ["e", "a", "d", "b", "f", "c"]
    let text = ChatGPTFixture.withoutID(title: "T", answers: answers, shown: shown)
    let result = try Self.read("[\(text)]")
    let imported = try #require(result.conversations.first)
    let replies = imported.conversation.messages.sorted { $0.key < $1.key }.filter {
      $0.reply != nil
    }
    #expect(replies.map(\.content) == answers)
    #expect(imported.leaf == replies[shown].key)
    #expect(imported.conversation.record.created.isKnown == false)
  }

  @Test func keepsWhatCameBeforeTheEndOfACutFile() throws {
    let text = "[\(ChatGPTFixture.everything), \(ChatGPTFixture.everything.dropLast(40))"
    let result = try Self.read(text)
    #expect(result.conversations.count == 1)
    #expect(result.report.problems == ["conversation 2: the file ends in it"])
  }

  @Test func readsAChainOfTenThousand() throws {
    let nodes = (0..<10_000).map { index in
      #""n\#(index)":{"parent":"n\#(index - 1)","children":["n\#(index + 1)"],"message":{"author":{"role":"#
        + #""\#(index.isMultiple(of: 2) ? "user" : "assistant")"},"content":{"content_type":"text","parts":["x"]}}}"#
    }
    let result = try Self.read(#"[{"id":"deep","mapping":{\#(nodes.joined(separator: ","))}}]"#)
    #expect(result.report.messages == 10_000)
    let conversation = try #require(result.conversations.first?.conversation)
    for format in ExportFormat.allCases {
      #expect(!ConversationExport(format: format).text(of: conversation).isEmpty)
    }
  }

  @Test("survives whatever is done to a file", arguments: Soak.seeds(80, whole: 8_000))
  func survives(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let bytes = Array("[\(ChatGPTFixture.everything),\n\(ChatGPTFixture.everything)]".utf8)
    let broken = Mutation.apply(to: bytes, using: &random)
    _ = try? ConversationImport.read(broken, named: "x")
    let result = try ConversationImport.read(broken, named: "x", format: .chatGPT)
    for conversation in result.conversations {
      let keys = conversation.conversation.messages.map(\.key)
      #expect(Set(keys).count == keys.count)
    }
  }
}
