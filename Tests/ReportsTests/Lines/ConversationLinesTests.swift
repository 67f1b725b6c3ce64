import Conversation
import Support
import Testing

@testable import Reports

@Suite struct ConversationLinesTests {
  @Test("gives back every conversation as it was", arguments: Soak.seeds(40, whole: 4_000))
  func comesBack(seed: UInt64) throws {
    var generator = RandomConversation(seed: seed)
    let conversations = (0..<3).map { generator.next(messages: $0 * 4) }
    let export = ConversationExport(format: .jsonl)
    let leaf = conversations[1].messages.last?.key
    let text = conversations.map { export.text(of: $0, leaf: $0 == conversations[1] ? leaf : nil) }
      .joined()
    let result = try ConversationImport.read(Array(text.utf8), named: "x")
    #expect(result.conversations.map(\.conversation) == conversations.map(\.shared))
    #expect(result.conversations.map(\.leaf) == [nil, leaf, nil])
    #expect(result.report.sentences == [])
    #expect(!text.contains("hidden-word"))
  }

  @Test func readsLinesWhereverTheFileBreaks() throws {
    var generator = RandomConversation(seed: 7)
    let conversation = generator.next(messages: 6)
    let bytes = Array(ConversationExport(format: .jsonl).text(of: conversation).utf8)
    for size in [1, 7, 4_096] {
      var found: [StoredConversation] = []
      var reader = ConversationLinesReader { found.append($0.conversation) }
      for start in stride(from: 0, to: bytes.count, by: size) {
        try bytes[start..<min(start + size, bytes.count)].withUnsafeBytes { try reader.feed($0) }
      }
      _ = try reader.finish()
      #expect(found == [conversation.shared])
    }
  }

  @Test func namesTheLineOfWhatItCannotReadAndKeepsTheRest() throws {
    let id = "0123456789abcdef0123456789abcdef"
    let text = """
      {"weir":"message","key":"5","role":"user","content":"nobody's"}
      {"weir":"conversation","version":1,"id":"\(id)","created":"2026-01-31T12:00:00Z"}
      {"weir":"message","key":"8","role":"user","created":5,"content":"a"}

      {"weir":"message","key":"8","role":"user","content":"the same key"}
      {"weir":"message","key":"-8","role":"user","content":"no key"}
      {"weir":"message","key":"9223372036854775807","role":"user","content":"no key"}
      [1]
      {"weir":"conversation","version":2,"id":"\(id)"}
      {"weir":"message","key":"9","role":"user","conten
      """
    let result = try ConversationImport.read(Array(text.utf8), named: "x")
    var record = ConversationRecord(
      id: try #require(ConversationID(id)),
      created: WallTime(milliseconds: 1_769_860_800_000)
    )
    record.title = ""
    let message = StoredMessage(
      key: MessageKey(8),
      parent: nil,
      role: .user,
      created: WallTime(milliseconds: 5),
      content: "a"
    )
    let expected = StoredConversation(record: record, messages: [message])
    #expect(result.conversations == [ImportedConversation(conversation: expected)])
    #expect(
      result.report.problems == [
        "line 1: a message without its conversation before it",
        "line 5: the key of another message",
        "line 6: a message without key, role or content",
        "line 7: a message without key, role or content", "line 8: no JSON object, or cut off",
        "line 9: form 2 is of a newer weir; this one reads 1",
        "line 10: no JSON object, or cut off",
      ]
    )
  }

  @Test func takesNoKeyHeaderOrImpossibleNumberFromAFile() throws {
    let id = "0123456789abcdef0123456789abcdef"
    let text = """
      {"weir":"conversation","version":1,"id":"\(id)"}
      {"weir":"message","key":"8","role":"reply","content":"ab","reply":{"given_bytes":9,"deltas":[[1,3]],\
      "usage":{"prompt_tokens":-5,"completion_tokens":9223372036854775807},"connection":{"tls_ms":1e300},\
      "preset":{"name":"p","model":"m","endpoint":{"name":"e","url":"https://u:p@host/v1?k=1","key":{"env":"HOME"},\
      "ca_file":"/etc/passwd","unix_socket":"/run/x","headers":[{"name":"a","env":"HOME"}]}}}}
      """
    let result = try ConversationImport.read(Array(text.utf8), named: "x")
    let reply = try #require(result.conversations.first?.conversation.messages.first?.reply)
    let endpoint = Endpoint(name: "e", url: "https://host/v1")
    #expect(reply.preset == Preset(name: "p", endpoint: endpoint, model: "m"))
    #expect(reply.usage == Usage())
    #expect(reply.givenBytes == 2)
    #expect(reply.marks == [])
    #expect(reply.connection?.tls == 0)
  }

  @Test("survives whatever is done to a file", arguments: Soak.seeds(60, whole: 6_000))
  func survives(seed: UInt64) throws {
    var generator = RandomConversation(seed: seed)
    let text = ConversationExport(format: .jsonl).text(of: generator.next(messages: 5))
    let broken = Mutation.apply(to: Array(text.utf8), using: &generator.random)
    _ = try? ConversationImport.read(broken, named: "x")
    _ = try ConversationImport.read(broken, named: "x", format: .jsonl)
  }
}
