import Foundation
import Support
import Testing

/// `weir compare` as scripts use it.
@Suite(.timeLimit(.minutes(1))) struct CompareTests {
  fileprivate let home = ComparisonHome()

  @Test func asksEveryPresetEveryPrompt() throws {
    let server = LoopbackServer(Answers.whole("one ", "two"))
    let prompts = try home.write("a\n\nb\r\n", to: "prompts.txt")
    let outcome = try home.run(
      ["-p", "p", "-p", "q", "--prompts", prompts, "--json", "--quiet"],
      asking: [server, server]
    )
    let answers = try outcome.answers.map { answer in
      [answer["prompt"], answer["preset"], answer["content"]].map { $0 as? String ?? "" }
    }
    #expect(
      answers.sorted { $0.joined() < $1.joined() } == [
        ["a", "p", "one two"], ["a", "q", "one two"], ["b", "p", "one two"], ["b", "q", "one two"],
      ]
    )
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
  }

  @Test func anAnswerHasAllItsMembers() throws {
    let server = LoopbackServer(Answers.whole("one"))
    let outcome = try home.run(
      ["-p", "p", "--sweep", "seed=1", "--json", "--quiet", "hi"],
      asking: [server]
    )
    let answer = try #require(try outcome.answers.first)
    #expect(
      answer.keys.sorted() == [
        "asked", "attempts", "cell", "content", "cost", "error", "finish_reason", "incomplete",
        "lane", "met", "missing", "model", "parameters", "preset", "prompt", "reasoning", "run",
        "timing", "usage", "votes",
      ]
    )
    #expect(answer["parameters"] as? [String: Int] == ["seed": 1])
  }

  @Test func aKilledComparisonGoesOnWhereItWas() throws {
    let isStopped = Latch()
    let server = LoopbackServer(
      Answers.whole("one"),
      Answers.whole("one"),
      [.request, .open(isStopped), .untilClosed],
      Answers.whole("two")
    )
    let prompts = try home.write("a\nb\nc\nd\n", to: "prompts.txt")
    let arguments = [
      "-p", "p", "--prompts", prompts, "--sequential", "-o", home.path("answers"), "--quiet",
    ]
    let program = try home.start(arguments, asking: [server])
    #expect(isStopped.wait())
    program.kill()
    // As a crash in the middle of writing leaves it.
    try home.append(#"{"cell":"00000000000000ff","pro"#, to: "answers")
    let outcome = try home.run(arguments, asking: [server])
    #expect(outcome.status == 0)
    #expect(server.requests.count == 5)
    let answers = try home.answers("answers")
    #expect(answers.map { $0["prompt"] as? String } == ["a", "b", "c", "d"])
    #expect(answers.map { $0["content"] as? String } == ["one", "one", "two", "two"])
  }

  @Test func anInterruptedOneSaysHowToGoOn() throws {
    let isStopped = Latch()
    let server = LoopbackServer(Answers.whole("one"), [.request, .open(isStopped), .untilClosed])
    let prompts = try home.write("a\nb\n", to: "prompts.txt")
    let file = home.path("answers")
    let program = try home.start(
      ["-p", "p", "--prompts", prompts, "--sequential", "-o", file, "--quiet"],
      asking: [server]
    )
    #expect(isStopped.wait())
    program.interrupt()
    let outcome = try program.outcome()
    #expect(outcome.status == 130)
    #expect(
      outcome.errors
        == "weir: stopped; \(file) has 1 of 2 answers, 1 more was not finished and dropped, "
        + "the same command goes on from there\n"
    )
    #expect(try home.answers("answers").count == 1)
  }

  @Test func aRefusedAttemptIsMarkedAndLeftOutOfTheFigures() throws {
    let refusal = LoopbackAnswer.http10(
      "429 Too Many Requests",
      headers: ["Retry-After: 0"],
      body: #"{"error":{"message":"slow down"}}"#
    )
    let server = LoopbackServer([.request, .send(Array(refusal.utf8))], Answers.whole("one"))
    let outcome = try home.run(
      ["-p", "p", "-o", home.path("answers"), "--fail-if", "p.ttft_ms >= 0", "hi"],
      asking: [server]
    )
    #expect(try home.answers("answers").map { $0["attempts"] as? Int } == [2])
    #expect(outcome.status == 5)
    #expect(outcome.errors.hasSuffix("weir: --fail-if: p: ttft_ms is not known\n"))
    #expect(outcome.errors.contains("slow down"))
  }

  @Test func quietSaysNothingOfFurtherAttempts() throws {
    let refusal = LoopbackAnswer.http10(
      "429 Too Many Requests",
      headers: ["Retry-After: 0"],
      body: "{}"
    )
    let server = LoopbackServer([.request, .send(Array(refusal.utf8))], Answers.whole("one"))
    let outcome = try home.run(["-p", "p", "--json", "--quiet", "hi"], asking: [server])
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(server.connections == 2)
  }

  @Test func aServerIsSentNoMoreAtATimeThanItIsBound() throws {
    let latches = (0..<4).map { _ in (isAsked: Latch(), mayAnswer: Latch()) }
    let server = LoopbackServer(
      scripts: latches.map { latch -> [LoopbackServer.Step] in
        [
          .request, .open(latch.isAsked), .wait(latch.mayAnswer), .send(Answers.begin(["one"])),
          .send(Answers.end),
        ]
      }
    )
    let program = try home.start(
      ["-p", "p", "-p", "q", "--runs", "2", "--concurrency", "2", "--quiet", "hi"],
      asking: [server, server]
    )
    #expect(latches[0].isAsked.wait() && latches[1].isAsked.wait())
    #expect(server.connections == 2)
    latches[0].mayAnswer.open()
    #expect(latches[2].isAsked.wait())
    #expect(server.connections == 3)
    for latch in latches[1...] { latch.mayAnswer.open() }
    #expect(try program.outcome().status == 0)
    #expect(server.connections == 4)
  }

  @Test func whatFailedIsAskedAgain() throws {
    let server = LoopbackServer(
      [.request, .send(Answers.begin(["on"])), .reset],
      Answers.whole("one")
    )
    let arguments = ["-p", "p", "-o", home.path("answers"), "--quiet", "hi"]
    let broken = try home.run(arguments, asking: [server])
    #expect(broken.status == 3)
    #expect(
      broken.errors.hasSuffix("1 of the answers failed; the same command asks again for them\n")
    )
    #expect(try home.run(arguments, asking: [server]).status == 0)
    #expect(try home.answers("answers").map { $0["content"] as? String } == ["on", "one"])
    #expect(try home.run(arguments, asking: [server]).status == 0)
    #expect(server.connections == 2)
  }

  @Test func aDeadPortFailsAloneAndHasACode() throws {
    let server = LoopbackServer(Answers.whole("one"))
    let dead = LoopbackServer(Answers.whole("one"))
    dead.close()
    dead.waitUntilClosed()
    let outcome = try home.run(
      ["-p", "p", "-p", "q", "--json", "--quiet", "hi"],
      asking: [server, dead]
    )
    let answers = try outcome.answers.reduce(into: [String: String]()) { contents, answer in
      contents[answer["preset"] as? String ?? ""] = answer["content"] as? String
    }
    #expect(outcome.status == 3)
    #expect(answers == ["p": "one", "q": ""])
  }

  @Test(
    "ends with a code that says how it came out",
    arguments: [
      (["--expect-contains", "ne t"], 0), (["--expect-contains", "three"], 5),
      (["--fail-if", "p.errors > 0"], 0), (["--fail-if", "p.answers == 1 and *.errors < 1"], 5),
      (["--fail-if", "p.win_rate < 0.5"], 5),
    ] as [([String], Int32)]
  )
  func endsWithACode(options: [String], status: Int32) throws {
    let server = LoopbackServer(Answers.whole("one ", "two"))
    #expect(try home.run(["-p", "p", "hi"] + options, asking: [server]).status == status)
  }

  @Test func eachPromptMayExpectAndHasASystemPromptOfItsOwn() throws {
    let server = LoopbackServer(Answers.whole("one"))
    let prompts = try home.write(
      """
      {"id": 7, "prompt": "a", "expect": "one", "system": "be brief", "tags": ["t"]}
      {"id": "b", "prompt": "b", "expect": ["on", "two"]}
      """,
      to: "prompts.jsonl"
    )
    let outcome = try home.run(
      ["-p", "p", "--prompts", prompts, "--sequential", "--json", "--quiet"],
      asking: [server]
    )
    #expect(outcome.status == 5)
    #expect(try outcome.answers.map { $0["prompt_id"] as? String } == ["7", "b"])
    #expect(try outcome.answers.map { $0["met"] as? Bool } == [true, false])
    #expect(try outcome.answers.map { $0["missing"] as? [String] } == [[], ["two"]])
    #expect(server.requests.map { $0.contains("be brief") } == [true, false])
  }

  @Test(
    "says what is wrong with the usage",
    arguments: [
      (["-p", "nope", "hi"], "there is no preset named nope; there are p, "),
      (["-p", "p", "--runs", "0", "hi"], "--runs wants a number from 1"),
      (["-p", "p", "--sequential", "--shuffled", "hi"], "--sequential and --shuffled exclude"),
      (["-p", "p"], "nothing to ask: give a prompt, --prompts"),
      (["-p", "p", "--sweep", "seed", "hi"], "--sweep: found \"seed\""),
      (["-p", "p", "--fail-if", "p.speed > 1", "hi"], "--fail-if: found \"p.speed\""),
      (["-p", "p", "--fail-if", "z.rate > 1", "hi"], "--fail-if: there is no preset z here"),
      (["-p", "p", "--rubric", "helpfulness", "hi"], "--rubric goes with --judge"),
      (["-p", "p", "--judge", "p", "--rubric", "z", "hi"], "there is no rubric named z"),
      (["-p", "p", "--prompts", "/no/such"], "cannot read /no/such: No such file"),
      (["-p", "p", "-o", "/no/such/file", "hi"], "cannot open /no/such/file: No such file"),
    ]
  )
  func saysWhatIsWrong(arguments: [String], message: String) throws {
    let server = LoopbackServer(Answers.whole("one"))
    let outcome = try home.run(arguments, asking: [server])
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("weir: " + message))
    #expect(server.connections == 0)
  }

  @Test func aWrongLineIsFoundBeforeAnythingIsAsked() throws {
    let server = LoopbackServer(Answers.whole("one"))
    let prompts = try home.write("{\"prompt\": \"a\"}\n\n{\"promt\": \"b\"}\n", to: "prompts.jsonl")
    let outcome = try home.run(["-p", "p", "--prompts", prompts], asking: [server])
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("weir: \(prompts), line 3: the prompt is missing"))
    #expect(server.connections == 0)
  }

  @Test func aPageTakesThePlaceOfNothingElse() throws {
    let server = LoopbackServer(Answers.whole("one"))
    let prompts = try home.write("a\n", to: "prompts.txt")
    for page in [prompts, home.path("answers"), "/dev/null", home.path("nowhere/page"), "/tmp"] {
      let outcome = try home.run(
        ["-p", "p", "--prompts", prompts, "-o", home.path("answers"), "--html", page],
        asking: [server]
      )
      #expect(outcome.status == 2, "\(page)")
      #expect(outcome.errors.contains(page))
    }
    #expect(server.connections == 0)
    #expect(try String(contentsOfFile: prompts, encoding: .utf8) == "a\n")
  }

  @Test func conditionsAreCheckedThoughNobodyReadsOn() throws {
    let server = LoopbackServer(Answers.whole("one"))
    let home = try Home()
    try home.configure(["p": server.url])
    let outcome = try BuiltProgram(environment: home.environment).shell(
      "weir compare -p p --runs 3 --json --quiet --expect-contains two hi </dev/null | true; echo ${PIPESTATUS[0]}"
    )
    #expect(outcome.output == "5\n")
    #expect(server.connections == 3)
  }

  @Test func neverAppendsToAFileThatIsNotItsOwn() throws {
    let server = LoopbackServer(Answers.whole("one"))
    let notes = try home.write("{\"prompt\": \"a\"}\nno line end", to: "notes")
    #expect(try home.run(["-p", "p", "-o", notes, "hi"], asking: [server]).status == 2)
    #expect(try home.read("notes") == "{\"prompt\": \"a\"}\nno line end")
  }
}

extension CompareTests {
  @Test func writesOnePageOfAllAnswersEvenOfThoseThatWereThere() throws {
    let server = LoopbackServer(Answers.whole("one <b>"), Answers.whole("two"))
    let arguments = ["-p", "p", "--sequential", "--quiet", "-o", home.path("answers"), "hi"]
    #expect(try home.run(arguments, asking: [server]).status == 0)
    let outcome = try home.run(
      arguments + ["--runs", "2", "--html", home.path("page.html"), "--markdown"],
      asking: [server]
    )
    let page = try home.read("page.html")
    #expect(outcome.status == 0)
    #expect(server.connections == 2)
    #expect(page.contains("one &lt;b&gt;") && page.contains(">two<"))
    #expect(page.hasSuffix("</html>\n"))
    #expect(outcome.output.hasPrefix("# Comparison\n"))
    #expect(outcome.output.contains("one <b>") && outcome.output.contains("two"))
  }
}
