import Conversation
import Foundation
import Reports
import Support
import Testing

/// `weir replay` on the built program.
@Suite(.serialized, .timeLimit(.minutes(2))) struct ReplayCommandTests {
  private static func recording(_ replies: [RecordedReply], in home: Home) throws -> String {
    let path = home.path + "/x.weir.jsonl"
    try replies.map(\.lines).joined().write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  /// An answer of a server that is not there, one word every minute: played, it does not end while a test looks.
  private static func reply(_ preset: String, words: [String]) -> RecordedReply {
    let endpoint = Endpoint(name: "gone", url: "http://127.0.0.1:9/v1")
    let preset = Preset(name: preset, endpoint: endpoint, model: "m")
    var log = WireLog(attempt: 1)
    let start = MonotonicTime(nanoseconds: 0)
    log.response = WireLog.Response(time: start, status: 200, fields: [])
    for (index, word) in (words.map(LoopbackAnswer.chunk) + ["[DONE]"]).enumerated() {
      let bytes = Array("data: \(word)\n\n".utf8)
      log.body += bytes
      let time = start.adding(milliseconds: Double(60_000 * (index + 1)))
      log.pieces.append(Delta.Mark(time: time, lengthInBytes: bytes.count))
    }
    let asked = WallTime(milliseconds: 1_000)
    return RecordedReply(preset: preset, prompt: "Say it", asked: asked, log: log)
  }

  @Test func playsAFileInTheWorkbenchAndLeavesNoTrace() async throws {
    let home = try Home()
    let replies = [
      Self.reply("one", words: ["first ", "words"]), Self.reply("two", words: ["second ", "ones"]),
    ]
    let path = try Self.recording(replies, in: home)
    let weir = try await home.openAndWait(["replay", "--speed", "0.1", path])
    try await weir.waitFor("playing 0.1x")
    // To the end, whatever of it has been played.
    weir.send("\u{1B}[F")
    try await weir.waitUntil { $0.contains("first words") && $0.contains("second ones") }
    let screen = try await weir.waitFor("the end")
    #expect(screen.contains("replay of x.weir.jsonl"))
    #expect(screen.contains("Say it"))
    weir.send(Typed.control("x") + "q")
    #expect(try await weir.waitForExit() == .exited(0))
    let archive = home.path + "/data/weir/weir.sqlite"
    #expect(!FileManager.default.fileExists(atPath: archive))
  }

  @Test(
    "says what is wrong",
    arguments: [
      (
        ["replay", "X"],
        "weir: there is no terminal to replay on; --plain prints the text as it came\n"
      ),
      (["replay", "--turn", "2", "X"], "weir: X holds no prompt 2\n"),
      (["replay", "--turn", "2", "--plain", "X"], "weir: X holds no prompt 2\n"),
      (["replay", "--plain", "7"], "weir: there is no conversation 7\n"),
      (
        ["replay", "nothing"],
        "weir: there is no file nothing; give one, or the number or id of a conversation (`weir sessions list`)\n"
      ),
    ]
  )
  func problems(arguments: [String], words: String) throws {
    let home = try Home()
    let path = try Self.recording([Self.reply("one", words: ["a"])], in: home)
    let outcome = try BuiltProgram(environment: home.environment)
      .run(arguments.map { $0 == "X" ? path : $0 })
    let errors = outcome.errors.replacing(path, with: "X")
    #expect(errors == words)
    #expect(outcome.status == 2)
  }

  @Test func printsAKeptAnswerAsItCame() throws {
    let home = try Home()
    let server = LoopbackServer(
      answer: LoopbackAnswer.stream([
        LoopbackAnswer.chunk("kept "), LoopbackAnswer.chunk("words"), "[DONE]",
      ])
    )
    defer { server.close() }
    let program = BuiltProgram(environment: home.environment)
    let asked = try program.run("ask", "--url", server.url, "--model", "m", "Say it")
    #expect(asked.output == "kept words")
    let played = try program.run("replay", "--plain", "--speed", "100", "1")
    #expect(played == BuiltProgram.Outcome(status: 0, output: "kept words"))
  }
  /// A home in which a question was answered, with a key that the server repeats.
  private static func answered(_ configuration: String = "") throws -> (Home, BuiltProgram) {
    let home = try Home()
    let echo = LoopbackAnswer.stream([LoopbackAnswer.chunk("kept sk-never-kept words"), "[DONE]"])
    let server = LoopbackServer(answer: echo)
    defer { server.close() }
    try home.configure(
      """
      \(configuration)
      [preset.p]
      url = "\(server.url)"
      model = "m"
      key_command = "echo sk-never-kept"
      """
    )
    let program = BuiltProgram(environment: home.environment)
    #expect(try program.run("ask", "-p", "p", "Say it").status == 0)
    return (home, program)
  }

  @Test func writesWhatIsKeptAsARecordingWithoutTheKey() throws {
    let (home, program) = try Self.answered()
    let path = home.path + "/kept.weir.jsonl"
    #expect(try program.run("record", "-o", path, "--of", "1") == BuiltProgram.Outcome(status: 0))
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(!text.contains("sk-never-kept"))
    let bytes = Array(text.utf8)
    let replies = try bytes.withUnsafeBytes { try RecordingFile.replies(in: $0) }
    #expect(replies.map(\.prompt) == ["Say it"])
    #expect(replies.map(\.preset.name) == ["p"])
    #expect(replies.map(\.ending) == [.finished(reason: nil)])
    let played = try program.run("replay", "--plain", "--speed", "100", path)
    #expect(played.output.hasPrefix("kept "))
    #expect(played.output.hasSuffix(" words"))
  }

  @Test func saysThatTheBytesWereNotKept() throws {
    let (home, program) = try Self.answered("[recording]\nraw_mib = 0\n")
    let path = home.path + "/kept.weir.jsonl"
    let outcome = try program.run("record", "-o", path, "--of", "1")
    let words = "weir: the bytes of p's answer had to make room, or were never kept\n"
    #expect(outcome == BuiltProgram.Outcome(status: 1, errors: words))
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
