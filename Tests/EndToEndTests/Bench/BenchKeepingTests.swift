import Foundation
import Support
import Testing

/// What `weir bench` keeps, writes, and compares with what was.
@Suite(.timeLimit(.minutes(1))) struct BenchKeepingTests {
  private let home: Home
  private let server = LoopbackServer(Answers.whole("one", "two"))

  init() throws {
    home = try Home()
    try home.configure(["p": server.url, "q": server.url])
  }

  private func bench(_ arguments: [String]) throws -> BuiltProgram.Outcome {
    try BuiltProgram(environment: home.environment)
      .run(["bench", "--runs", "4", "--warm-up", "0"] + arguments)
  }

  private func kept() throws -> [String] {
    try home.entries().filter { $0.hasPrefix("data/weir/bench/") }.sorted()
  }

  @Test func isKeptForTheOwnerAloneAndWithoutAWordOfThePromptsAndAnswers() throws {
    let outcome = try bench(["-p", "p", "a secret question"])
    let path = try #require(try kept().first)
    #expect(outcome.errors.hasSuffix("weir: kept as \(home.path)/\(path)\n"))
    let file = try #require(home.contents(of: path))
    #expect(!file.contains("secret") && !file.contains("two"))
    for (name, mode) in [(path, 0o600), ("data/weir/bench", 0o700)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(home.path)/\(name)")
      #expect(attributes[.posixPermissions] as? Int == mode, "\(name)")
    }
  }

  @Test func offTheRecordKeepsNothing() throws {
    #expect(try bench(["-p", "p", "-n", "-q", "hi"]).status == 0)
    #expect(try kept() == [])
  }

  @Test(
    "is compared with the last, with a date, and with a file",
    arguments: ["last", "date", "file"]
  )
  func isCompared(what: String) throws {
    let first = try bench(["-p", "p", "--json", "-q", "hi"])
    try home.write(first.output, to: "first.json")
    // Of others the last one is not.
    #expect(try bench(["-p", "q", "-q", "hi"]).status == 0)
    let day = try #require(try kept().first?.split(separator: "/").last?.prefix(10))
    let against = ["last": "last", "date": String(day), "file": "\(home.path)/first.json"][what]
    let outcome = try bench(
      ["-p", "p", "--json", "-q", "--max-tokens", "7", "--against", try #require(against), "hi"]
    )
    #expect(outcome.status == 0)
    let report = try ComparisonHome.object(outcome.output)
    let comparison = try #require(report["against"] as? [String: Any])
    #expect(
      comparison["made"] as? String == (try ComparisonHome.object(first.output)["made"] as? String)
    )
    #expect(comparison["differences"] as? [String] == ["max_tokens was not given, and is 7"])
    let changes = try #require(comparison["changes"] as? [[String: Any]])
    #expect(changes.contains { $0["figure"] as? String == "ttft_ms" })
    for change in changes {
      #expect((0...1).contains(change["p"] as? Double ?? -1))
      #expect(change["method"] as? String == "exact")
    }
  }

  @Test func aDamagedFileIsPassedOver() throws {
    #expect(try bench(["-p", "p", "-q", "hi"]).status == 0)
    try home.write("{", to: "data/weir/bench/2999-01-01T000000.000Z.json")
    #expect(try bench(["-p", "p", "-q", "--against", "last", "hi"]).status == 0)
  }

  @Test func aPlaceThatCannotBeWrittenCostsTheKeepingOnly() throws {
    try home.write("", to: "data")
    let outcome = try bench(["-p", "p", "hi"])
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("weir: the measurement is not kept: "))
  }

  @Test func writesAPageAndCommaSeparatedValues() throws {
    let page = "\(home.path)/page.html"
    let outcome = try bench(
      ["-p", "p", "-p", "q", "--concurrency", "1,2", "--csv", "-q", "--html", page, "hi"]
    )
    let rows = outcome.output.split(separator: "\r\n").map { $0.split(separator: ",") }
    #expect(rows.count == 5)
    #expect(rows[0].prefix(2) == ["preset", "concurrency"])
    #expect(rows.dropFirst().map { $0.prefix(2).joined() } == ["p1", "p2", "q1", "q2"])
    let text = try #require(home.contents(of: "page.html"))
    #expect(text.hasPrefix("<!DOCTYPE html>") && text.hasSuffix("</html>\n"))
    #expect(text.contains("Tokens a second in all") && text.contains("<polyline"))
  }
}
