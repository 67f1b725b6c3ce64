import Conversation
import Foundation
import Reports
import Support
import Testing

/// `weir record`, `weir replay` and `weir demo serve --recording`, on the built program.
@Suite(.timeLimit(.minutes(1))) struct RecordingTests {
  private let directory = FileManager.default.temporaryDirectory
    .appending(path: "weir-recording-\(UUID().uuidString)")

  private static let answer = LoopbackAnswer.stream(
    [LoopbackAnswer.chunk("h\u{E9}llo "), LoopbackAnswer.chunk("there"), "[DONE]"],
    headers: ["X-Served-By: box", "Set-Cookie: id=1"]
  )

  private func file(_ name: String) throws -> String {
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    return directory.appending(path: name).path
  }

  private func replies(_ path: String) throws -> [RecordedReply] {
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    return try bytes.withUnsafeBytes { try RecordingFile.replies(in: $0) }
  }

  private func record(
    _ path: String,
    from url: String,
    _ words: String
  ) throws
    -> BuiltProgram.Outcome
  {
    try RunningProgram([
      "record", "-o", path, "--", "ask", "--url", url, "--model", "m", words,
    ]).outcome()
  }

  @Test func whatWasRecordedIsServedByteForByteAndPlayed() throws {
    defer { try? FileManager.default.removeItem(at: directory) }
    let server = LoopbackServer(answer: Self.answer)
    defer { server.close() }
    let first = try file("first.weir.jsonl")
    #expect(try record(first, from: server.url, "Say it").output == "h\u{E9}llo there")
    let recorded = try #require(try replies(first).first)
    #expect(recorded.prompt == "Say it")
    #expect(recorded.ending == .finished(reason: nil))

    let endpoint = try RunningProgram(["demo", "serve", "--recording", first])
    let url = endpoint.read(until: "/v1\n").trimmingCharacters(in: .whitespacesAndNewlines)
    let second = try file("second.weir.jsonl")
    #expect(try record(second, from: url, "again").output == "h\u{E9}llo there")
    #expect(try record(second, from: url, "and again").status == 0)
    let again = try replies(second)
    #expect(again.map(\.log.body) == [recorded.log.body, recorded.log.body])
    #expect(again.map(\.prompt) == ["again", "and again"])
    #expect(again.first?.log.response?.fields.contains { $0.name == "X-Served-By" } == true)

    let played = try RunningProgram(["replay", "--plain", "--speed", "100", first]).outcome()
    #expect(played == BuiltProgram.Outcome(status: 0, output: "h\u{E9}llo there"))
  }

  @Test func aRecordingHoldsNoKey() throws {
    defer { try? FileManager.default.removeItem(at: directory) }
    let echo = LoopbackAnswer.stream([LoopbackAnswer.chunk("sk-very-secret"), "[DONE]"])
    let server = LoopbackServer(answer: echo)
    defer { server.close() }
    let path = try file("key.weir.jsonl")
    let configuration =
      "[preset.p]\nurl = \"\(server.url)\"\nmodel = \"m\"\nkey_command = \"echo sk-very-secret\"\n"
    let outcome = try RunningProgram(
      ["record", "-o", path, "--", "ask", "-p", "p", "hi"],
      configuration: configuration
    ).outcome()
    #expect(outcome.status == 0)
    #expect(server.requests.first?.contains("sk-very-secret") == true)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(!text.contains("sk-very-secret"))
    #expect(text.contains("Bearer •••"))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test(
    "says what is wrong before anything is asked",
    arguments: [
      (
        [
          "record", "-o", "/nowhere/x", "--", "ask", "--url", "http://127.0.0.1:1/v1", "--model",
          "m", "x",
        ],
        "weir: cannot write /nowhere/x: No such file or directory\n"
      ),
      (
        ["record", "-o", "x"],
        "weir: record what? Give a command: weir record -o FILE -- ask …, or what is kept: --of NUMBER\n"
      ),
      (["replay", "/dev/null"], "weir: cannot play /dev/null: holds no recording of weir's\n"),
      (
        ["demo", "serve", "--recording", "/nowhere"],
        "weir: cannot read /nowhere: No such file or directory\n"
      ),
    ]
  )
  func says(arguments: [String], errors: String) throws {
    #expect(
      try RunningProgram(arguments).outcome() == BuiltProgram.Outcome(status: 2, errors: errors)
    )
  }
}
