import Conversation
import Testing

@testable import Reports

@Suite struct ForeignMarkdownTests {
  private static func read(_ text: String) throws -> ConversationImport.Result {
    try ConversationImport.read(Array(text.utf8), named: "talk.md")
  }

  private static let texts: [(String, [String])] = [
    (
      "# Ponds\n\n## User\n\nHow deep?\n\n## Assistant (big-2)\n\n### Answer\n\n```\n## User\n```\n",
      ["user: How deep?", "reply: ### Answer\n\n```\n## User\n```"]
    ),
    (
      "**You:** Hi\n\n**ChatGPT:**\n\nHello.\n\n**Note** this.",
      ["user: Hi", "reply: Hello.\n\n**Note** this."]
    ),
    ("##### You said:\nHi\n##### ChatGPT said:\nHello.\n", ["user: Hi", "reply: Hello."]),
    ("## Prompt\r\n\r\nHi\r\n\r\n## Response\r\n\r\nHello.\r\n", ["user: Hi", "reply: Hello."]),
    ("## System\n\nBe brief.\n\n## Human\n\nHi\n\n# User\n", ["user: Hi\n\n# User"]),
    (
      "## User, 2026-01-31\n\nHi\n\n## Answer to it\n\nNone.",
      ["user: Hi\n\n## Answer to it\n\nNone."]
    ),
  ]

  @Test("takes headings of one kind for those who speak", arguments: texts)
  func takes(text: String, messages: [String]) throws {
    let result = try Self.read(text)
    let found = result.conversations.flatMap(\.conversation.messages)
    #expect(found.map { "\($0.role.rawValue): \($0.content)" } == messages)
    #expect(found.dropFirst().map(\.parent) == found.dropLast().map(\.key))
  }

  @Test func readsFrontMatterAndModel() throws {
    let text = """
      ---
      title: 'Ponds, it''s deep'
      date: 2026-01-31T12:00:00+01:00
      tags:
        - water
        - "a, b"
      ---
      ## System

      Be brief.

      ## User

      Hi

      ## Assistant (big-2)

      Hello.
      """
    let stored = try #require(try Self.read(text).conversations.first?.conversation)
    #expect(stored.record.title == "Ponds, it's deep")
    #expect(stored.record.tags == ["water", "a, b"])
    #expect(stored.record.system == "Be brief.")
    #expect(stored.record.created == WallTime(milliseconds: 1_769_857_200_000))
    #expect(stored.messages.last?.reply?.preset.model == "big-2")
    #expect(try Self.read(text).conversations.first?.conversation == stored)
  }

  @Test func saysThatNobodySpeaks() throws {
    let result = try Self.read("# Notes\n\nNo one speaks here.\n")
    #expect(result.conversations == [])
    #expect(
      result.report.sentences == [
        "1 text without headings: nothing says who speaks; a heading such as ## User or ## Assistant would"
      ]
    )
  }
}
