import Foundation
import Support
import Testing

/// `weir sessions import` of what the program `llm` has logged.
@Suite(.timeLimit(.minutes(5))) struct ImportLLMTests {
  typealias Outcome = BuiltProgram.Outcome

  private let home: Home
  private var logs: String { home.path + "/logs.db" }
  private var program: BuiltProgram { BuiltProgram(environment: home.environment) }

  init() throws { home = try Home() }

  /// What the command says with `--json`, without the file's name.
  private func figures(_ figures: String) -> Outcome {
    Outcome(status: 0, output: "{\"file\":\"\(logs)\",\(figures)}\n")
  }

  private func take(_ options: String...) throws -> Outcome {
    try program.run(["sessions", "import", "--json"] + options + [logs])
  }

  @Test func takesNothingTwice() throws {
    let database = try LLMLogs(path: logs, LLMLogs.first, LLMLogs.threads)
    for number in 1...60 {
      try database.response("r\(number)", "c\(number % 55)", "Question \(number)", "Answer")
    }
    try database.say("u", nil, "user", "Count")
    try database.say("a", "u", "assistant", "one two")
    try database.thread("t", tip: "a")
    try database.turn("1", of: "t", "u", "a")
    let all = """
      "conversations":56,"extended":0,"known":0,"messages":122,"not_taken":{},"problems":[]
      """
    #expect(try take("--dry-run") == figures(all))
    #expect(try take() == figures(all))
    let none = """
      "conversations":0,"extended":0,"known":56,"messages":0,"not_taken":{},"problems":[]
      """
    #expect(try take() == figures(none))
    try database.say("v", "a", "user", "And?")
    try database.run("UPDATE threads SET tip_message_hash = 'v'")
    let more = """
      "conversations":0,"extended":1,"known":55,"messages":1,"not_taken":{},"problems":[]
      """
    #expect(try take() == figures(more))
    #expect(
      try program.run("sessions", "search", "one two").output.contains("one two")
    )
    #expect(try home.entries().filter { $0.hasPrefix("logs.db") } == ["logs.db"])
  }

  @Test func saysWhatIsNoLog() throws {
    try LLMLogs(path: logs, "CREATE TABLE bookmarks (id)").close()
    #expect(
      try program.run("sessions", "import", logs)
        == Outcome(
          status: 1,
          errors:
            "weir: \(logs) is a database, but not llm's logs.db: it has none of its tables; "
            + "of an archive of weir's, import what weir sessions export wrote\n"
        )
    )
    let piped = try program.shell("cat '\(logs)' | weir sessions import /dev/stdin")
    #expect(
      piped
        == Outcome(
          status: 1,
          errors: "weir: /dev/stdin is a database, which is read from a file only\n"
        )
    )
  }

  /// The real program, which `scripts/llm-logs` installs from PyPI; needs the network once.
  @Test("takes what the real llm logs", .enabled(if: Soak.isOn))
  func takesWhatTheRealProgramLogs() throws {
    // The last version that logs into responses alone, then the newest one in the same file.
    try log(version: "0.27.1")
    let older = """
      "conversations":4,"extended":0,"known":0,"messages":11,"not_taken":{"toolTurn":1},"problems":[]
      """
    #expect(try take() == figures(older))
    try log()
    let newer = """
      "conversations":4,"extended":1,"known":3,"messages":13,"not_taken":{"toolTurn":2},"problems":[]
      """
    #expect(try take() == figures(newer))
    let none = """
      "conversations":0,"extended":0,"known":8,"messages":0,"not_taken":{"toolTurn":2},"problems":[]
      """
    #expect(try take() == figures(none))
    let shown = try program.run("sessions", "export", "--all", "--format", "markdown").output
    #expect(shown.contains("You said: And since then?"))
    // The image is in neither database, but where it was when it was sent.
    #expect(shown.components(separatedBy: "data:image/gif;base64,").count == 3)
    #expect(shown.components(separatedBy: "Be brief.").count == 3)
  }

  private func log(version: String? = nil) throws {
    let process = Process()
    process.executableURL =
      URL(filePath: #filePath)
      .appending(path: "../../../../scripts/llm-logs").standardized
    process.arguments = [home.path] + (version.map { [$0] } ?? [])
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    // 69: it could not be installed.
    if process.terminationStatus == 69 { try Test.cancel("llm could not be installed") }
    #expect(process.terminationStatus == 0)
  }
}
