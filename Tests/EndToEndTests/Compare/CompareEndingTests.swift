import Foundation
import Support
import Testing

/// `weir compare` where it is stopped, where nothing can be written, and where nobody answers.
@Suite(.timeLimit(.minutes(1))) struct CompareEndingTests {
  private let home = ComparisonHome()

  /// Runs it in a shell with a preset `p`; the answers go to `answers` of the home.
  private func shell(_ script: String, asking server: LoopbackServer) throws -> BuiltProgram.Outcome
  {
    let home = try Home()
    try home.configure(["p": server.url])
    return try BuiltProgram(environment: home.environment).shell(script)
  }

  @Test func promptsOfAPipeAreAskedAsTheyComeAndAnInterruptEndsTheWait() throws {
    let server = LoopbackServer(Answers.whole("one"))
    let program = try home.start(
      ["-p", "p", "--prompts", "-", "--json", "--quiet"],
      input: nil,
      asking: [server]
    )
    try program.send("a\n")
    #expect(program.read(until: "}\n").contains(#""prompt":"a""#))
    try program.send("b\nc")
    #expect(program.read(until: "}\n").contains(#""prompt":"b""#))
    program.interrupt()
    let outcome = try program.outcome()
    #expect(outcome.status == 130)
    #expect(outcome.errors.hasPrefix("weir: stopped after 2 answers"))
    #expect(server.connections == 2)
  }

  @Test func aPipeThatEndsEndsIt() throws {
    let server = LoopbackServer(Answers.whole("one"))
    let outcome = try home.run(
      ["-p", "p", "--prompts", "-", "--runs", "2", "--json", "--quiet"],
      input: "a\n\nb",
      asking: [server]
    )
    #expect(outcome.status == 0)
    #expect(
      try outcome.answers.compactMap { $0["prompt"] as? String }.sorted() == ["a", "a", "b", "b"]
    )
  }

  @Test func sigtermReportsWhatThereIs() throws {
    let isStopped = Latch()
    let server = LoopbackServer(
      Answers.whole("one"),
      [.request, .open(isStopped), .untilClosed]
    )
    let program = try home.start(
      ["-p", "p", "--runs", "2", "--sequential", "--html", home.path("page.html"), "-q", "hi"],
      asking: [server]
    )
    #expect(isStopped.wait())
    program.terminate()
    let outcome = try program.outcome()
    #expect(outcome.status == 143)
    #expect(outcome.output.contains("asked one by one"))
    #expect(outcome.errors.hasPrefix("weir: stopped after 1 of 2 answers"))
    #expect(try home.read("page.html").hasSuffix("</html>\n"))
  }

  @Test func aSecondSignalEndsItThoughNobodyReadsItsOutput() throws {
    // More than a pipe holds, so that it hangs in the middle of writing.
    let server = LoopbackServer(Answers.whole(String(repeating: "long ", count: 40_000)))
    let program = try home.start(["-p", "p", "--json", "--quiet", "hi"], asking: [server])
    #expect(try program.readByte() == UInt8(ascii: "{"))
    program.terminateUntilItEnds()
    #expect(try program.outcome().status == 143)
  }

  @Test func aLastLineWithoutItsEndIsAnAnswer() throws {
    let server = LoopbackServer(Answers.whole("one"))
    let arguments = ["-p", "p", "-o", home.path("answers"), "--quiet", "hi"]
    #expect(try home.run(arguments, asking: [server]).status == 0)
    _ = try home.write(String(try home.read("answers").dropLast()), to: "answers")
    #expect(try home.run(arguments, asking: [server]).status == 0)
    #expect(server.connections == 1)
    #expect(try home.run(arguments + ["--runs", "2"], asking: [server]).status == 0)
    #expect(server.connections == 2)
    #expect(try home.answers("answers").map { $0["run"] as? Int } == [1, 2])
  }

  @Test func textThatIsNotUTF8IsNotAsked() throws {
    let server = LoopbackServer(Answers.whole("one"))
    let prompts = try home.write(bytes: Array("a\nb".utf8) + [0xE9, 0x0A], to: "prompts")
    let outcome = try home.run(["-p", "p", "--prompts", prompts], asking: [server])
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("weir: \(prompts), line 2: the text is not UTF-8"))
    let piped = try shell("printf 'a\\nb\\351' | weir compare -p p", asking: server)
    #expect(piped.status == 2)
    #expect(piped.errors.hasPrefix("weir: standard input, line 2: the text is not UTF-8"))
    #expect(server.connections == 0)
  }

  @Test func aFileThatMayNotGrowIsAnError() throws {
    let server = LoopbackServer(Answers.whole(String(repeating: "long ", count: 1_000)))
    let file = home.path("answers")
    let outcome = try shell(
      "ulimit -f 1; weir compare -p p -q -o \(file) hi </dev/null",
      asking: server
    )
    #expect(outcome == .init(status: 1, errors: "weir: cannot write \(file): File too large\n"))
  }

  @Test func withoutAStandardOutputNothingIsAsked() throws {
    let server = LoopbackServer(Answers.whole("one"))
    let outcome = try shell("weir compare -p p hi </dev/null >&-", asking: server)
    #expect(outcome.status == 1)
    #expect(outcome.errors == "weir: cannot write to standard output: Bad file descriptor\n")
    #expect(server.connections == 0)
  }

  @Test func linesHoldNothingThatTurnsThemAround() throws {
    let server = LoopbackServer(Answers.whole("a\u{202E}b\u{9B}c"))
    let outcome = try home.run(["-p", "p", "--json", "--quiet", "hi"], asking: [server])
    #expect(outcome.output.contains(#""content":"a\u202eb\u009bc""#))
    #expect(try outcome.answers.map { $0["content"] as? String } == ["a\u{202E}b\u{9B}c"])
  }

  @Test func aServerThatNobodyReachesIsGivenUpAndAskedTheNextTime() throws {
    // Each of three requests is tried three times.
    let server = LoopbackServer(
      scripts: Array(repeating: [.request, .reset], count: 9) + [Answers.whole("one")]
    )
    let arguments = [
      "-p", "p", "--runs", "6", "--sequential", "-o", home.path("answers"), "--quiet", "hi",
    ]
    let outcome = try home.run(arguments, asking: [server])
    #expect(outcome.status == 3)
    #expect(server.connections == 9)
    #expect(outcome.errors.contains("what is left for this server is not asked\n"))
    let answers = try home.answers("answers")
    #expect(answers.map { $0["attempts"] as? Int } == [3, 3, 3, 0, 0, 0])
    let error = (answers.last?["error"] as? [String: Any])?["message"] as? String
    #expect(
      error?.hasPrefix("transport: p: not asked, since 3 requests in a row did not get through: ")
        == true
    )
    #expect(try home.run(arguments, asking: [server]).status == 0)
    #expect(server.connections == 15)
  }
}
