import Conversation
import Foundation
import Reports
import Testing

@testable import weir

/// Conversations out of `logs.db` files of several versions, with odd rows.
@Suite struct LLMLogDatabaseTests {
  private let home: Home
  private var path: String { home.path + "/logs.db" }
  private static let gif: [UInt8] = Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0]

  init() throws { home = try Home() }

  private func read() throws -> (report: ImportReport, found: [StoredConversation]) {
    var found: [StoredConversation] = []
    let report = try LLMLogDatabase(path: path).read { found.append($0.conversation) }
    return (report, found)
  }

  /// Who says what, with the number of the message that it answers.
  private func outline(_ conversation: StoredConversation) -> [String] {
    conversation.messages.map { message in
      let parent =
        conversation.messages.firstIndex { $0.key == message.parent }.map { "\($0)" } ?? "-"
      let files = message.attachments.map { "\($0.name) \($0.isImage ? "image" : "text")" }
      let calls = message.reply?.toolCalls.map { "\($0.name)\($0.arguments)" } ?? []
      return ([parent, message.role.rawValue, message.content] + files + calls)
        .joined(separator: " | ")
    }
  }

  @Test func readsTheEarliestTableAndTakesItForTheSameOnceItIsRenamed() throws {
    let logs = try LLMLogs(path: path, LLMLogs.earliest)
    try logs.run(
      """
      INSERT INTO log VALUES
        ('openai', 'Be brief.', 'How deep?', NULL, 'Two metres.', 'echo-1', '2023-05-01 10:00:00.123456'),
        ('openai', NULL, 'Alone', NULL, NULL, 'echo-1', '2023-05-01 10:01:00.123456'),
        ('openai', NULL, 'And wide?', '1', 'One.', 'echo-1', '2023-05-01 10:02:00.123456');
      """
    )
    let (report, before) = try read()
    #expect(
      before.map(outline) == [
        [
          "- | user | How deep?", "0 | reply | Two metres.", "1 | user | And wide?",
          "2 | reply | One.",
        ], ["- | user | Alone", "0 | reply | "],
      ]
    )
    #expect(before[0].record.origin == "llm log 1 2023-05-01 10:00:00.123456")
    #expect(before[0].record.system == "Be brief.")
    #expect(before[0].record.created.text == "2023-05-01T10:00:00.123Z")
    #expect(report.problems == [])
    try logs.run(LLMLogs.renamedEarliest)
    try logs.run(LLMLogs.first)
    try logs.response("r1", "c", "Later", "Yes")
    try logs.close()
    let (_, after) = try read()
    #expect(after.map(\.record.origin).first == "llm c")
    #expect(Array(after.dropFirst()) == before)
  }

  @Test func readsTheFirstVersionsAndOddRows() throws {
    let logs = try LLMLogs(path: path, LLMLogs.first)
    try logs.run("INSERT INTO conversations VALUES ('c', 'Ponds', 'echo-1')")
    try logs.response("r1", "c", "How deep?", nil)
    try logs.response("r2", nil, nil, 12)
    try logs.response("r3", "c", "And wide?", Data([0x66, 0xFF]))
    try logs.response("r4", nil, "Alone", nil)
    try logs.run("UPDATE responses SET response = 'Two' || char(0) || 'metres.' WHERE id = 'r1'")
    try logs.run("UPDATE responses SET model = NULL, datetime_utc = 'never', duration_ms = 'long'")
    try logs.close()
    let (report, found) = try read()
    #expect(
      found.map(outline) == [
        [
          "- | user | How deep?", "0 | reply | Two\0metres.", "1 | user | And wide?",
          "2 | reply | f\u{FFFD}",
        ], ["- | user | ", "0 | reply | 12"], ["- | user | Alone", "0 | reply | "],
      ]
    )
    #expect(found.map(\.record.origin) == ["llm c", "llm r2", "llm r4"])
    #expect(found[0].record.title == "Ponds")
    #expect(report.conversations == 3 && report.messages == 8 && report.problems == [])
  }

  @Test func readsWhatGoesWithARow() throws {
    let logs = try LLMLogs(path: path, LLMLogs.first, LLMLogs.later)
    try logs.response("r1", "c", "Look", "")
    try logs.response("r2", "c", "", "Late.")
    try logs.run(
      """
      UPDATE responses SET system = 'Be brief.', input_tokens = 5, output_tokens = 3,
        options_json = '{"temperature": 0.5}' WHERE id = 'r1';
      INSERT INTO fragments VALUES (1, 'h', 'second'), (2, 'i', 'first'), (3, 'j', 'You know ponds.');
      INSERT INTO prompt_fragments VALUES ('r1', 1, 1), ('r1', 2, 0);
      INSERT INTO system_fragments VALUES ('r1', 3, 0);
      INSERT INTO tool_calls VALUES (1, 'r1', 'clock', '{}', 'call');
      INSERT INTO tool_results VALUES (1, 'r2', 'noon');
      INSERT INTO prompt_attachments VALUES ('r1', 'missing', 0), ('r1', 'held', 1);
      """
    )
    try logs.run(
      "INSERT INTO attachments VALUES ('held', 'image/gif', NULL, NULL, ?)",
      [Data(Self.gif)]
    )
    try logs.close()
    let (report, found) = try read()
    #expect(
      found.map(outline) == [
        [
          "- | user | Look | fragment 1 text | fragment 2 text | image/gif image",
          "0 | reply |  | clock{}", "1 | reply | Late.",
        ]
      ]
    )
    let message = try #require(found.first?.messages.first)
    #expect(message.attachments.first?.content == .text("first"))
    #expect(found[0].record.system == "You know ponds.\n\nBe brief.")
    let reply = try #require(found[0].messages[1].reply)
    #expect(reply.usage == Usage(promptTokens: 5, completionTokens: 3))
    #expect(reply.preset.parameters == [.temperature: 0.5])
    #expect(report.omissions == [.toolTurn: 1])
  }

  @Test func readsAThreadWithItsBranchesOnly() throws {
    let logs = try LLMLogs(path: path, LLMLogs.threads)
    try logs.say("s", nil, "system", "Be brief.")
    try logs.say("u", "s", "user", "Count")
    try logs.say("a", "u", "assistant", "1 2")
    try logs.say("b", "u", "assistant", "one two")
    try logs.say("x", "u", "assistant", "of another thread")
    try logs.thread("t", tip: "b")
    try logs.turn("1", of: "t", "u", "a")
    try logs.turn("2", of: "t", "u", "b")
    try logs.thread("empty", tip: "no such message")
    try logs.close()
    let (report, found) = try read()
    #expect(
      found.map { outline($0).sorted() } == [
        ["- | user | Count", "0 | reply | 1 2", "0 | reply | one two"]
      ]
    )
    #expect(found[0].record.system == "Be brief.")
    #expect(report.omissions == [.emptyConversation: 1])
  }

  @Test("takes a file only while it is the one that was sent", arguments: [true, false])
  func takesAFile(isUnchanged: Bool) throws {
    try home.write(bytes: Self.gif + (isUnchanged ? [] : [9]), to: "dot.gif")
    let logs = try LLMLogs(path: path, LLMLogs.first, LLMLogs.later, LLMLogs.threads)
    try logs.say("u", nil, "user", "Look")
    let digits = SHA256.digits(of: Self.gif)
    try logs.run(
      "INSERT INTO attachments VALUES (?, 'image/gif', ?, NULL, NULL)",
      [digits, home.path + "/dot.gif"]
    )
    let payload = #"{"attachment": {"id": "\#(digits)"}}"#
    try logs.run("INSERT INTO parts VALUES (7, 'u', 1, 'attachment', NULL, ?)", [payload])
    try logs.run("INSERT INTO part_attachments VALUES (7, ?, 0)", [digits])
    try logs.thread("t", tip: "u")
    try logs.close()
    let (report, found) = try read()
    #expect(found[0].messages[0].attachments.map(\.isImage) == (isUnchanged ? [true] : []))
    #expect(report.omissions == (isUnchanged ? [:] : [.image: 1]))
  }

  @Test func takesAConversationThatANewerVersionWentOnWithOnce() throws {
    let logs = try LLMLogs(path: path, LLMLogs.first, LLMLogs.later)
    try logs.run("INSERT INTO conversations VALUES ('c', 'Ponds', 'echo-1')")
    try logs.response("r1", "c", "How deep?", "")
    try logs.response("r2", "c", "", "Two metres.")
    try logs.response("r3", "d", "Else", "No")
    try logs.run("INSERT INTO tool_results VALUES (1, 'r2', 'noon')")
    let (_, before) = try read()
    try logs.run(LLMLogs.threads)
    try logs.say("u", nil, "user", "# Notes\n\nHow deep?")
    try logs.say("a", "u", "assistant", "")
    try logs.say("t", "a", "tool", "noon")
    try logs.say("b", "t", "assistant", "Two metres.")
    try logs.say("v", "b", "user", "And since then?")
    try logs.say("c", "v", "assistant", "Three.")
    try logs.thread("c", tip: "c")
    try logs.turn("1", of: "c", "v", "c")
    try logs.close()
    let (report, after) = try read()
    #expect(
      outline(after[0]) == [
        "- | user | How deep?", "0 | reply | ", "1 | reply | Two metres.",
        "2 | user | And since then?", "3 | reply | Three.",
      ]
    )
    #expect(Array(after[0].messages.prefix(3)) == before[0].messages)
    #expect(after[0].record == before[0].record)
    #expect(after.dropFirst().map(\.record.id) == before.dropFirst().map(\.record.id))
    #expect(report.omissions == [.toolTurn: 1])
  }

  @Test func refusesAnotherDatabase() throws {
    try LLMLogs(path: path, "CREATE TABLE bookmarks (id); CREATE TABLE log (line TEXT)").close()
    #expect(throws: ImportError.otherDatabase(path)) { try read() }
  }

  @Test func goesOnBehindDamage() throws {
    let logs = try LLMLogs(path: path, LLMLogs.first)
    try logs.response("r1", "c", "How deep?", String(repeating: "x", count: 40_000))
    try logs.response("r2", "d", "How wide?", "One.")
    try logs.close()
    try home.cutOffText(in: "logs.db")
    let (report, found) = try read()
    #expect(found.map(\.record.origin) == ["llm d"])
    #expect(
      report.problems == [
        "a question is not taken: the file is damaged; sqlite3's .recover may make a whole one of it"
      ]
    )
  }
}
