import Conversation
import Testing

@testable import Reports

@Suite struct LLMLogTests {
  private static let gif: [UInt8] = Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0]

  /// Who says what, with the number of the message that it answers.
  private static func outline(_ conversation: ImportedConversation) -> [String] {
    let messages = conversation.conversation.messages
    return messages.map { message in
      let parent = messages.firstIndex { $0.key == message.parent }.map { "\($0)" } ?? "-"
      let files = message.attachments.map(\.name).joined(separator: ",")
      let calls = message.reply?.toolCalls.map { "\($0.name)\($0.arguments)" } ?? []
      let about = [files, calls.joined(), message.reply?.reasoning ?? ""].filter { !$0.isEmpty }
      return ([parent, message.role.rawValue, message.content] + about).joined(separator: " | ")
    }
  }

  private static var rows: [LLMLogRow] {
    var first = LLMLogRow(
      id: "r1",
      conversationID: "c1",
      model: "echo-1",
      prompt: "How deep?",
      response: "Two metres.",
      datetime: "2025-01-02T03:04:05.678901"
    )
    first.conversationName = "Ponds"
    first.system = "Be brief."
    first.systemFragments = ["You know ponds."]
    first.figures.inputTokens = 5
    first.figures.outputTokens = 3
    first.figures.durationMilliseconds = 1_500
    first.figures.options = #"{"temperature": 0.5, "unknown": 1}"#
    first.fragments = ["a text"]
    first.attachments = [
      LLMLogRow.Attachment(mediaType: "image/gif", path: "dot.gif", url: nil, content: gif),
      LLMLogRow.Attachment(
        mediaType: "image/png",
        path: nil,
        url: "https://host/a.png",
        content: nil
      ),
      LLMLogRow.Attachment(mediaType: "audio/wav", path: "a.wav", url: nil, content: [0, 1]),
    ]
    first.toolCalls = [LLMLogRow.Call(id: "t", name: "clock", arguments: "{}")]
    var second = LLMLogRow(
      id: "r2",
      conversationID: "c1",
      model: "echo-1",
      prompt: "",
      response: "It is late.",
      datetime: "2025-01-02T03:04:09+00:00"
    )
    second.toolResults = 1
    return [first, second]
  }

  @Test func readsTheRowsOfAConversation() throws {
    var report = ImportReport()
    let conversation = try #require(LLMLog.conversation(of: Self.rows, &report))
    #expect(
      Self.outline(conversation) == [
        "- | user | How deep? | fragment 1,dot.gif", "0 | reply | Two metres. | clock{}",
        "1 | reply | It is late.",
      ]
    )
    #expect(
      report.sentences == [
        "1 tool turn: what a program returned to the model has no place in weir",
        "1 image: the pixels are not in the file, only a pointer to them",
        "1 attached file: the file holds the name only",
      ]
    )
    let record = conversation.conversation.record
    #expect(record.title == "Ponds")
    #expect(record.system == "You know ponds.\n\nBe brief.")
    #expect(record.origin == "llm c1")
    #expect(record.created == WallTime(milliseconds: 1_735_787_045_678))
    let reply = try #require(conversation.conversation.messages[1].reply)
    #expect(reply.preset.parameters == [.temperature: 0.5])
    #expect(reply.usage == Usage(promptTokens: 5, completionTokens: 3))
    #expect(reply.ended == MonotonicTime(nanoseconds: 1_500_000_000))
  }

  @Test func keepsTheKeysOfAConversationThatGrows() throws {
    var report = ImportReport()
    let all = try #require(LLMLog.conversation(of: Self.rows, &report)).conversation
    let some = try #require(LLMLog.conversation(of: [Self.rows[0]], &report)).conversation
    #expect(all.messages.prefix(2).map(\.key) == some.messages.map(\.key))
    #expect(all.record.id == some.record.id)
    #expect(LLMLog.conversation(of: [], &report) == nil)
  }

  private static func text(_ words: String) -> LLMLogThread.Part {
    LLMLogThread.Part(type: "text", text: words, payload: nil)
  }

  private static func message(
    _ hash: String,
    _ parent: String?,
    _ role: String,
    _ parts: LLMLogThread.Part...
  ) -> LLMLogThread.Message {
    LLMLogThread.Message(hash: hash, parentHash: parent, role: role, parts: parts)
  }

  private static var thread: LLMLogThread {
    var thread = LLMLogThread(
      id: "t1",
      name: "",
      datetime: "2026-01-31 12:00:00.500000+00:00",
      tip: "other"
    )
    thread.fragments = [1: "# Notes\n"]
    let pieces = #"{"text_ref": [{"fragment": 1}, {"literal": "Look"}]}"#
    thread.messages = [
      message("other", "user", "assistant", text("Another.")),
      message("system", nil, "system", text("Be brief.")),
      message("user", "system", "user", .init(type: "text", text: nil, payload: pieces)),
      message(
        "call",
        "user",
        "assistant",
        .init(type: "reasoning", text: "Hm.", payload: nil),
        .init(type: "tool_call", text: nil, payload: #"{"name":"clock","arguments":{"a":1}}"#)
      ),
      message("tool", "call", "tool", .init(type: "tool_result", text: nil, payload: "{}")),
      message(
        "answer",
        "tool",
        "assistant",
        text("Late."),
        .init(type: "new", text: nil, payload: "[")
      ),
    ]
    var turn = LLMLogThread.Turn(
      parentHash: "user",
      tip: "call",
      model: "echo-1",
      datetime: "2026-01-31T12:00:01+00:00"
    )
    turn.figures.inputTokens = 7
    thread.turns = [
      turn,
      .init(
        parentHash: "tool",
        tip: "answer",
        model: "echo-1",
        datetime: "2026-01-31T12:00:02+00:00"
      ),
      .init(
        parentHash: "user",
        tip: "other",
        model: "echo-2",
        datetime: "2026-01-31T12:00:03+00:00"
      ),
    ]
    return thread
  }

  @Test func readsAThreadWithItsBranches() throws {
    var report = ImportReport()
    let conversation = try #require(LLMLog.conversation(of: Self.thread, &report))
    #expect(
      Self.outline(conversation) == [
        "- | user | # Notes\nLook", "0 | reply |  | clock{\"a\":1} | Hm.", "1 | reply | Late.",
        "0 | reply | Another.",
      ]
    )
    #expect(
      report.sentences == [
        "1 tool turn: what a program returned to the model has no place in weir",
        "1 part of an unknown kind: there is no text in it",
      ]
    )
    let stored = conversation.conversation
    #expect(stored.record.system == "Be brief.")
    #expect(stored.record.title == "# Notes")
    #expect(conversation.leaf == stored.messages[3].key)
    #expect(stored.messages[1].reply?.usage == Usage(promptTokens: 7))
    #expect(stored.messages[3].reply?.preset.model == "echo-2")
    #expect(stored.messages[3].created == WallTime(milliseconds: 1_769_860_803_000))
  }

  @Test func cutsALoopOfHashes() throws {
    var thread = Self.thread
    thread.messages[1].parentHash = "answer"
    var report = ImportReport()
    let conversation = try #require(LLMLog.conversation(of: thread, &report))
    #expect(report.omissions[.loop] == 1)
    #expect(conversation.conversation.messages.count == 4)
  }
}
