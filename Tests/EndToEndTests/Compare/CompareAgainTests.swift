import Foundation
import Support
import Testing

/// `weir compare` where answers are there already, and where one server is slower than the others.
@Suite(.timeLimit(.minutes(1))) struct CompareAgainTests {
  private let home = ComparisonHome()

  @Test func whatIsAllThereIsSaidAndReportedAndNothingIsAdded() throws {
    let servers = [Answers.whole("one"), Answers.whole("two"), Answers.whole("VERDICT: 1")]
      .map { LoopbackServer($0) }
    let page = home.path("page.html")
    let arguments = [
      "-p", "p", "-p", "q", "--judge", "j", "--json", "-o", home.path("answers"), "--html", page,
      "--fail-if", "p.ties == 1", "hi",
    ]
    #expect(try home.run(arguments, asking: servers).status == 5)
    let answers = try home.read("answers")
    _ = try home.write("", to: "page.html")
    let again = try home.run(arguments, asking: servers)
    #expect(again.status == 5)
    #expect(again.output == "")
    #expect(again.errors.hasPrefix("weir: 2 of 2 answers were there already\nweir: --fail-if: "))
    #expect(try home.read("answers") == answers)
    #expect(try home.read("page.html").hasSuffix("</html>\n"))
    #expect(servers.map(\.connections) == [1, 1, 2])
    #expect(try home.run(arguments + ["--quiet"], asking: servers).errors.hasPrefix("weir: --fail"))
  }

  @Test func aPageKeepsTheModeOfTheOneBefore() throws {
    let server = LoopbackServer(Answers.whole("one"))
    let page = home.path("page.html")
    func mode() throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: page)[.posixPermissions] as? Int
    }
    #expect(try home.run(["-p", "p", "--html", page, "hi"], asking: [server]).status == 0)
    #expect(try mode() == 0o600)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: page)
    #expect(try home.run(["-p", "p", "--html", page, "hi"], asking: [server]).status == 0)
    #expect(try mode() == 0o644)
  }

  @Test func aServerThatIsSlowHoldsUpNoOther() throws {
    let areAnswered = Latch()
    let slow = LoopbackServer(
      [.request, .wait(areAnswered)] + Answers.whole("slow").dropFirst()
    )
    let fast = LoopbackServer(
      scripts: Array(repeating: Answers.whole("fast"), count: 599) + [
        [.request, .open(areAnswered)] + Answers.whole("fast").dropFirst()
      ]
    )
    let prompts = try home.write((1...600).map { "\($0)\n" }.joined(), to: "prompts.txt")
    let program = try home.start(
      ["-p", "p", "-p", "q", "--prompts", prompts, "-o", home.path("answers"), "--quiet"],
      asking: [slow, fast]
    )
    let isThrough = areAnswered.wait()
    #expect(isThrough)
    if !isThrough { program.terminate() }
    let outcome = try program.outcome()
    #expect(outcome.status == 0)
    #expect(try home.answers("answers").count == 1_200)
  }
}
