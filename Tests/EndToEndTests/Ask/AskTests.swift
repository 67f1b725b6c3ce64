import Foundation
import Support
import Testing

/// `weir ask` as scripts use it.
@Suite(.timeLimit(.minutes(1))) struct AskTests {
  typealias Outcome = BuiltProgram.Outcome

  private static let whole = [
    LoopbackAnswer.chunk("one "), LoopbackAnswer.chunk("two"), LoopbackAnswer.finish(), "[DONE]",
  ]

  private func ask(
    _ answer: String,
    _ arguments: [String] = [],
    input: String = ""
  ) throws -> (outcome: Outcome, request: String) {
    let server = LoopbackServer(answer: answer)
    let options = ["ask", "--url", server.url, "--model", "m"]
    let outcome = try RunningProgram(options + arguments + ["hi"], input: input).outcome()
    return (outcome, server.requests.first ?? "")
  }

  @Test func writesTheAnswerAndNothingElse() throws {
    let (outcome, _) = try ask(LoopbackAnswer.stream(Self.whole))
    #expect(outcome == Outcome(status: 0, output: "one two"))
  }

  @Test func sendsWhatTheOptionsSay() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).txt")
    try Data("a ``` b".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let (_, request) = try ask(
      LoopbackAnswer.stream(Self.whole),
      ["-s", "be brief", "-f", file.path, "-o", "temperature=0.7", "-o", #"x={"y":1}"#],
      input: "from a pipe\n"
    )
    let body = request.components(separatedBy: "\r\n\r\n").last ?? ""
    let object = try JSONSerialization.jsonObject(with: Data(body.utf8)) as? NSDictionary
    let expected: NSDictionary = [
      "model": "m",
      "messages": [
        ["role": "system", "content": "be brief"],
        [
          "role": "user",
          "content": "hi\n\n\(file.path):\n````\na ``` b\n````\n\nfrom a pipe\n",
        ],
      ],
      "temperature": 0.7, "stream": true, "stream_options": ["include_usage": true],
      "x": ["y": 1],
    ]
    #expect(object == expected)
  }

  @Test func anObjectHoldsNothingThatTurnsTheLineAround() throws {
    let (outcome, _) = try ask(
      LoopbackAnswer.stream(
        [LoopbackAnswer.chunk("a\u{202E}b\u{9B}c"), LoopbackAnswer.finish(), "[DONE]"]
      ),
      ["--json"]
    )
    #expect(outcome.output.contains(#""content":"a\u202eb\u009bc""#))
  }

  @Test func withoutAStandardOutputNothingIsAsked() throws {
    let server = LoopbackServer(answer: LoopbackAnswer.stream(Self.whole))
    let outcome = try BuiltProgram(environment: try Home().environment)
      .shell("weir ask --url \(server.url) --model m hi >&-")
    #expect(outcome.status == 1)
    #expect(outcome.errors == "weir: cannot write to standard output: Bad file descriptor\n")
    #expect(server.connections == 0)
  }

  @Test func sigtermStopsItWithACodeOfItsOwn() throws {
    let server = LoopbackServer(Answers.stalled("one"))
    let program = try RunningProgram(["ask", "--url", server.url, "--model", "m", "hi"])
    #expect(program.read(until: "one") == "one")
    program.terminate()
    #expect(try program.outcome() == Outcome(status: 143, errors: "weir: stopped\n"))
  }

  @Test func answersInOneObject() throws {
    let chunks = [
      #"{"model":"m-1","choices":[{"delta":{"reasoning_content":"hm"}}]}"#,
      LoopbackAnswer.chunk("one"), LoopbackAnswer.finish(),
      #"{"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":2}}"#, "[DONE]",
    ]
    let (outcome, _) = try ask(LoopbackAnswer.stream(chunks), ["--json"])
    let bytes = Data(outcome.output.utf8)
    var object = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    let timing = try #require(object.removeValue(forKey: "timing") as? [String: Any])
    #expect(
      timing.keys.sorted() == [
        "deltas", "deltas_per_second", "gap_p95_ms", "longest_gap_ms", "tokens_per_second",
        "total_ms", "ttft_ms",
      ]
    )
    let expected: NSDictionary = [
      "content": "one", "reasoning": "hm", "error": NSNull(), "finish_reason": "stop",
      "usage": ["prompt_tokens": 3, "completion_tokens": 2], "model": "m-1", "preset": "m",
      "incomplete": false,
    ]
    #expect(object as NSDictionary == expected)
    #expect(outcome.errors == "")
  }

  @Test func reportsAFailureInTheObject() throws {
    let answer = LoopbackAnswer.http10("404 Not Found", body: #"{"error":{"message":"no m"}}"#)
    let (outcome, _) = try ask(answer, ["--json"])
    let bytes = Data(outcome.output.utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    let error = try #require(object["error"] as? [String: String])
    #expect(outcome.status == 3)
    #expect(object["incomplete"] as? Bool == true)
    #expect(error["kind"] == "api")
    #expect(outcome.errors == "weir: \(error["message"] ?? "")\n")
  }

  @Test(arguments: [([], ""), (["--reasoning"], "hm\n")])
  func showsReasoningOnlyWhenAsked(options: [String], errors: String) throws {
    let chunks = [
      #"{"choices":[{"delta":{"reasoning_content":"hm"}}]}"#, LoopbackAnswer.chunk("one"),
      LoopbackAnswer.finish(), "[DONE]",
    ]
    let (outcome, _) = try ask(LoopbackAnswer.stream(chunks), options)
    #expect(outcome == Outcome(status: 0, output: "one", errors: errors))
  }

  @Test func anAnswerWithoutAnEndIsIncomplete() throws {
    let (outcome, _) = try ask(LoopbackAnswer.stream([LoopbackAnswer.chunk("one")]))
    #expect(
      outcome
        == Outcome(
          status: 3,
          output: "one",
          errors:
            "weir: the answer is incomplete: it ended without finish_reason and [DONE]\n"
        )
    )
  }

  @Test func aTimeLimitHasItsOwnCode() throws {
    let server = LoopbackServer([.request, .untilClosed])
    let program = try RunningProgram(
      ["ask", "hi"],
      configuration: """
        [endpoint.e]
        url = "\(server.url)"
        [preset.p]
        endpoint = "e"
        model = "m"
        timeout_ms = 50
        """
    )
    let outcome = try program.outcome()
    #expect(outcome.status == 4)
    #expect(outcome.errors.hasPrefix("weir: transport: e: "))
  }

  @Test func streamsAndStopsWhenInterrupted() throws {
    let chunk = Array(LoopbackAnswer.stream([LoopbackAnswer.chunk("one ")]).utf8)
    let server = LoopbackServer([.request, .send(chunk), .untilClosed])
    let program = try RunningProgram(["ask", "--url", server.url, "--model", "m", "hi"])
    #expect(program.read(until: "one ") == "one ")
    program.interrupt()
    #expect(try program.outcome() == Outcome(status: 130, errors: "weir: stopped\n"))
  }

  @Test func endsQuietlyWhenNobodyReads() throws {
    let isClosed = Latch()
    let chunk = Array(LoopbackAnswer.stream([LoopbackAnswer.chunk("one ")]).utf8)
    let more = Array("data: \(LoopbackAnswer.chunk("two"))\n\n".utf8)
    let server = LoopbackServer(
      [.request, .send(chunk), .wait(isClosed), .send(more), .untilClosed])
    let program = try RunningProgram(["ask", "--url", server.url, "--model", "m", "hi"])
    #expect(program.read(until: "one ") == "one ")
    try program.closeOutput()
    isClosed.open()
    #expect(try program.outcome() == Outcome(status: 0))
  }

  @Test func anAnswerThatCannotBeWrittenIsAnError() throws {
    let program = Process()
    program.executableURL = URL(filePath: "/bin/sh")
    program.arguments = ["-c", #"exec "$0" ask -p tour hi >/dev/full"#, BuiltProduct.path("weir")]
    let errors = Pipe()
    program.standardInput = FileHandle.nullDevice
    program.standardError = errors
    try program.run()
    let text = try errors.fileHandleForReading.readToEnd() ?? Data()
    program.waitUntilExit()
    #expect(program.terminationStatus == 1)
    #expect(
      String(decoding: text, as: UTF8.self)
        == "weir: cannot write to standard output: No space left on device\n"
    )
  }

  @Test func asksTheDemo() throws {
    let program = try RunningProgram(["ask", "-p", "tour", "--model", "flat-3", "hi"])
    #expect(try program.outcome() == Outcome(status: 0, output: "w000001 w000002 w000003 "))
  }

  @Test(
    "says what is wrong with the usage",
    arguments: [
      (["hi"], "no preset to ask: name one with -p"),
      (["-p", "nope", "hi"], "there is no preset named nope; there are tour"),
      (["-p", "tour"], "nothing to ask: give a prompt"),
      (["-p", "tour", "--url", "http://h/v1", "hi"], "-p and --url exclude each other"),
      (["--url", "http://h/v1", "hi"], "--url needs --model"),
      (["--url", "h", "--model", "m", "hi"], "--url wants an http or https URL"),
      (["-p", "tour", "--key-env", "K", "hi"], "--key-env goes with --url"),
      (["-p", "tour", "-o", "timeout_ms=5", "hi"], "timeout_ms is a setting and no parameter"),
      (
        ["--url", "http://127.0.0.1:9", "--model", "m", "--key-env", "NO_SUCH_KEY", "hi"],
        "127.0.0.1:9: the key is to come from NO_SUCH_KEY, which is not set"
      ),
      (["-p", "tour", "-o", "temperature=9", "hi"], "temperature wants a number from 0 to 2"),
      (["-p", "tour", "-o", "temperature", "hi"], "-o wants key=value"),
      (["-p", "tour", "-f", "/no/such", "hi"], "cannot read /no/such: No such file"),
    ]
  )
  func saysWhatIsWrong(arguments: [String], message: String) throws {
    let outcome = try RunningProgram(["ask"] + arguments).outcome()
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("weir: " + message))
  }

  @Test func aWrongOptionIsWrongUsage() throws {
    #expect(try RunningProgram(["ask", "--nope"]).outcome().status == 2)
  }
}
