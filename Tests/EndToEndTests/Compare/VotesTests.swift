import Foundation
import Support
import Testing

/// A vote from the key to the tally of `weir votes`.
@Suite(.timeLimit(.minutes(2))) struct VotesTests {
  private static func rows(_ output: String) throws -> [[String: Any]] {
    let object = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    return object?["presets"] as? [[String: Any]] ?? []
  }

  @Test func aVoteIsKeptAndCounted() async throws {
    let alpha = LoopbackServer(Answers.whole("from alpha"))
    let beta = LoopbackServer(Answers.whole("from beta"))
    let home = try Home()
    try home.configure(["alpha": alpha.url, "beta": beta.url])
    let weir = try await home.openAndWait(["-p", "alpha", "-p", "beta"])
    weir.send("hello" + Typed.enter)
    try await weir.waitUntil { screen in
      screen.contains("from alpha") && screen.contains("from beta")
        && screen.rows[3].filter { $0 == "✓" }.count == 3
    }
    weir.send(Typed.control("x") + "v")
    try await weir.waitFor("which answer is the best?")
    weir.send("2")
    try await weir.waitFor("why (optional)")
    weir.send("shorter" + Typed.enter)
    try await weir.waitFor("★ best")
    weir.send(Typed.control("x") + "q")
    #expect(try await weir.waitForExit() == .exited(0))

    let program = BuiltProgram(environment: home.environment)
    let rows = try Self.rows(try program.run("votes", "--json").output)
    #expect(rows.map { $0["preset"] as? String } == ["beta", "alpha"])
    #expect(rows.map { $0["wins"] as? Int } == [1, 0])
    #expect(rows.map { $0["losses"] as? Int } == [0, 1])
    let lines = try program.run("sessions", "export", "--all", "--format", "jsonl").output
    #expect(lines.contains("shorter"))
    #expect(try program.run("votes", "--tag", "none").output == "")
  }
}
