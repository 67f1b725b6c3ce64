import Foundation
import Support
import Testing

/// `weir bench` against servers with a script, and against the embedded endpoint with faults.
@Suite(.timeLimit(.minutes(1))) struct BenchTests {
  private let home: Home

  init() throws { home = try Home() }

  private func bench(
    _ arguments: [String],
    asking server: LoopbackServer
  ) throws
    -> BuiltProgram.Outcome
  {
    try home.configure(["p": server.url])
    return try run(arguments)
  }

  private func run(_ arguments: [String]) throws -> BuiltProgram.Outcome {
    try BuiltProgram(environment: home.environment).run(["bench"] + arguments)
  }

  private func presets(_ outcome: BuiltProgram.Outcome) throws -> [[String: Any]] {
    let report = try ComparisonHome.object(outcome.output)
    return try #require(report["presets"] as? [[String: Any]])
  }

  private static func usage(_ tokens: Int) -> [UInt8] {
    let usage = #"{"prompt_tokens":7,"completion_tokens":\#(tokens)}"#
    let chunk = #"data: {"choices":[],"usage":\#(usage)}"#
    return Array(
      "data: \(LoopbackAnswer.finish())\n\n\(chunk)\n\ndata: [DONE]\n\n".utf8
    )
  }

  @Test func isOneObjectWithAnEntryForEachPresetAndConcurrency() throws {
    let server = LoopbackServer([
      .request, .send(Answers.begin(["a"])), .send(Answers.pieces(["b", "c"])),
      .send(Self.usage(5)),
    ])
    let outcome = try bench(
      ["-p", "p", "--runs", "3", "--concurrency", "1,2", "--warm-up", "2", "--json", "-q", "hi"],
      asking: server
    )
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.filter { $0 == "\n" }.count == 1)
    let presets = try presets(outcome)
    #expect(presets.map { $0["preset"] as? String } == ["p", "p"])
    #expect(presets.map { $0["concurrency"] as? Int } == [1, 2])
    #expect(presets.map { $0["requests"] as? Int } == [3, 3])
    #expect(presets.map { $0["errors"] as? Int } == [0, 0])
    #expect(presets.map { $0["tokens"] as? Int } == [15, 15])
    #expect(presets.map { $0["tokens_counted_by"] as? String } == ["server", "server"])
    #expect(presets.map { $0["input_tokens"] as? Int } == [7, 7])
    #expect(server.connections == 2 * (2 + 3))
    for entry in presets {
      for name in ["ttft_ms", "itl_ms", "e2e_ms"] {
        let figure = try #require(entry[name] as? [String: Any], "\(name)")
        for member in ["mean", "p50", "p90", "p95", "p99"] {
          #expect((figure[member] as? Double ?? -1) >= 0, "\(name) \(member)")
        }
      }
      #expect((entry["itl_ms"] as? [String: Any])?["count"] as? Int == 6)
      #expect(entry["tokens_per_second"] as? Double ?? 0 > 0)
      #expect(entry["requests_per_second"] as? Double ?? 0 > 0)
    }
  }

  @Test func whereEachDeltaIsATokenTheTimeForOneIsTheMeanGap() async throws {
    let demo = try await DemoProcess(home)
    try home.configure(demo.presets(["rate-500-20"]))
    let outcome = try run(["-p", "p1", "--runs", "3", "--json", "-q", "-n", "hi"])
    let entry = try #require(try presets(outcome).first)
    let samples = try #require(entry["samples"] as? [String: [Double]])
    let (gaps, times) = (samples["itl_ms"] ?? [], samples["tpot_ms"] ?? [])
    #expect(gaps.count == 3 && times.count == 3)
    #expect(zip(gaps, times).allSatisfy { abs($0 - $1) < 1e-5 })
    for name in ["ttft_ms", "itl_ms", "tpot_ms", "e2e_ms"] {
      let figure = try #require(entry[name] as? [String: Any], "\(name)")
      let plain = try #require(name == "itl_ms" ? gaps : samples[name])
      let mean = plain.reduce(0, +) / Double(plain.count)
      #expect(abs((figure["mean"] as? Double ?? 0) - mean) < 1e-5, "\(name)")
      #expect((figure["p99"] as? Double ?? 0) >= (figure["p50"] as? Double ?? 1), "\(name)")
    }
  }

  @Test func aFailureIsAnErrorAndNothingIsAskedAgain() throws {
    let refusal = LoopbackAnswer.http10(
      "429 Too Many Requests",
      headers: ["Retry-After: 0"],
      body: #"{"error":{"message":"slow down"}}"#
    )
    let server = LoopbackServer(
      [.request, .send(Array(refusal.utf8))],
      Answers.whole("one", "two"),
      [.request, .send(Answers.begin(["half"]))],
      [.request, .send(Answers.begin(["half"])), .reset],
      Answers.whole("one", "two")
    )
    let outcome = try bench(
      ["-p", "p", "--runs", "5", "--warm-up", "0", "--json", "-q", "hi"],
      asking: server
    )
    #expect(outcome.status == 3)
    #expect(outcome.errors == "weir: 3 of the requests failed\n")
    #expect(server.connections == 5)
    let entry = try #require(try presets(outcome).first)
    #expect(entry["requests"] as? Int == 5)
    #expect(entry["whole"] as? Int == 2)
    #expect(entry["errors"] as? Int == 3)
    #expect(entry["incomplete"] as? Int == 1)
    #expect(entry["errors_by_kind"] as? [String: Int] == ["api": 1, "transport": 1])
    #expect(entry["tokens_counted_by"] as? String == "deltas")
    #expect(entry["tokens"] as? Int == 4)
    let samples = try #require(entry["samples"] as? [String: [Double]])
    #expect(samples["ttft_ms"]?.count == 2)
  }

  @Test func whatIsSentAgainWithoutARefusedFieldIsLeftOutAndSaid() throws {
    let refusal = LoopbackAnswer.http10(
      "400 Bad Request",
      body: #"{"error":{"message":"unknown field stream_options"}}"#
    )
    let server = LoopbackServer(
      [.request, .send(Array(refusal.utf8))],
      Answers.whole("one", "two")
    )
    let arguments = ["-p", "p", "--runs", "2", "--warm-up", "0", "-q", "hi"]
    let outcome = try bench(arguments + ["-n"], asking: server)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("2 requests, 0 errors, 1 sent again and left out"))
  }

  @Test func synthesisedPromptsAreAllDifferentAndFollowFromTheirSeed() throws {
    let server = LoopbackServer(Answers.whole("one", "two"))
    let arguments = [
      "-p", "p", "--runs", "2", "--input-tokens", "60", "--seed", "5", "--max-tokens", "9", "-q",
    ]
    #expect(try bench(arguments, asking: server).status == 0)
    #expect(try run(arguments).status == 0)
    let bodies = server.requests.compactMap { $0.split(separator: "\r\n\r\n").last }
    #expect(bodies.count == 6)
    #expect(Set(bodies.prefix(3)).count == 3)
    #expect(bodies.prefix(3) == bodies.suffix(3))
    #expect(bodies.allSatisfy { $0.contains(#""max_tokens":9"#) })
  }

  @Test func anInterruptedOneReportsWhatThereIs() throws {
    let isStopped = Latch()
    let server = LoopbackServer(
      Answers.whole("one", "two"),
      Answers.whole("one", "two"),
      [.request, .open(isStopped), .untilClosed]
    )
    let program = try ComparisonHome().start(
      ["-p", "p", "--runs", "5", "--warm-up", "0", "--concurrency", "1,2", "--json", "-q", "hi"],
      command: "bench",
      asking: [server]
    )
    #expect(isStopped.wait())
    program.interrupt()
    let outcome = try program.outcome()
    #expect(outcome.status == 130)
    #expect(outcome.errors == "weir: stopped after 2 of 10 requests; these are reported\n")
    let report = try ComparisonHome.object(outcome.output)
    #expect(report["complete"] as? Bool == false)
    #expect(try presets(outcome).map { $0["requests"] as? Int } == [2])
  }

  @Test func aServerThatNobodyReachesIsGivenUp() throws {
    let dead = LoopbackServer(Answers.whole("one"))
    dead.close()
    dead.waitUntilClosed()
    let outcome = try bench(
      ["-p", "p", "--runs", "50", "--warm-up", "0", "--json", "-q", "hi"],
      asking: dead
    )
    #expect(outcome.status == 3)
    let entry = try #require(try presets(outcome).first)
    #expect(entry["requests"] as? Int == 3)
    #expect(entry["planned"] as? Int == 50)
    #expect(entry["ttft_ms"] is NSNull)
    #expect(outcome.errors.contains("what is left of p, one at a time is not asked\n"))
    #expect(try !home.entries().contains { $0.hasSuffix(".json") })
  }

  @Test func theEmbeddedEndpointTellsTheErrorOfTheTimes() throws {
    let outcome = try run(["-p", "busy", "--runs", "1", "--warm-up", "0", "--json", "-q", "-n"])
    let overhead = try ComparisonHome.object(outcome.output)["overhead"] as? [String: Any]
    #expect(overhead?["deltas"] as? Int == 500)
    #expect(overhead?["p50_ms"] as? Double ?? -1 >= 0)
    #expect(outcome.status == 3)
  }

  @Test(
    "counts what an endpoint with a fault does",
    arguments: [
      ("drop@50%", 4, 0, 3), ("429:2", 2, 0, 3), ("no-end", 4, 4, 3), ("comments", 0, 0, 0),
      ("split-utf8", 0, 0, 0), ("empty", 4, 0, 3), ("error@50%", 4, 0, 3), ("plain", 0, 0, 0),
    ] as [(String, Int, Int, Int32)]
  )
  func countsFaults(fault: String, errors: Int, incomplete: Int, status: Int32) async throws {
    let process = try home.open(["demo", "serve", "--fault", fault])
    let screen = try await process.waitUntil { $0.rows[0].hasSuffix("/v1") }
    try home.configure(
      "[preset.d]\nurl = \"\(screen.rows[0])\"\nmodel = \"flat-20\"\nprefill = \"off\"\n"
    )
    let outcome = try run(
      [
        "-p", "d", "--runs", "4", "--concurrency", "2", "--warm-up", "0", "--json", "-q", "-n",
        "hi",
      ]
    )
    let entry = try #require(try presets(outcome).first)
    #expect(entry["requests"] as? Int == 4)
    #expect(entry["errors"] as? Int == errors)
    #expect(entry["incomplete"] as? Int == incomplete)
    #expect(entry["tokens"] as? Int == 20 * (4 - errors))
    #expect(outcome.status == status)
  }

  @Test(
    "says what is wrong with the usage",
    arguments: [
      (["-p", "nope"], "there is no preset named nope; there are p, "),
      (["-p", "p", "--runs", "0"], "--runs wants a number from 1 to 100000, and not 0"),
      (["-p", "p", "--concurrency", "1,x"], "--concurrency wants different numbers from 1"),
      (["-p", "p", "--concurrency", "2,2"], "--concurrency wants different numbers from 1"),
      (["-p", "p", "--warm-up=-1"], "--warm-up wants a number from 0"),
      (["-p", "p", "--max-tokens", "0"], "--max-tokens wants a number from 1"),
      (["-p", "p", "--input-tokens", "5", "hi"], "--prompts, --input-tokens and a prompt exclude"),
      (["-p", "p", "--json", "--csv"], "--json and --csv both write"),
      (["-p", "p", "--prompts", "/no/such"], "cannot read /no/such: No such file"),
      (["-p", "p", "--html", "/no/such/page"], "cannot write /no/such/page: No such file"),
      (["-p", "p", "--against", "/no/such"], "--against: /no/such: there is no such file"),
      (["-p", "p", "--against", "/etc/hostname"], "--against: /etc/hostname is no measurement"),
      (["-p", "p", "--against", "last"], "--against last: no kept measurement has any of"),
      (["-p", "p", "--against", "2026-01-01"], "--against 2026-01-01: no kept measurement of "),
    ]
  )
  func saysWhatIsWrong(arguments: [String], message: String) throws {
    let server = LoopbackServer(Answers.whole("one"))
    let outcome = try bench(arguments, asking: server)
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("weir: " + message), "\(outcome.errors)")
    #expect(server.connections == 0)
  }
}
