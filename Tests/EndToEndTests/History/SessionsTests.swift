import Foundation
import Support
import Testing

/// `weir sessions` as scripts use it.
@Suite(.timeLimit(.minutes(2))) struct SessionsTests {
  private static func filled() throws -> (home: Home, program: BuiltProgram) {
    let server = LoopbackServer(Answers.whole("blue"), Answers.whole("dark"))
    let home = try Home()
    let program = BuiltProgram(environment: home.environment)
    let options = ["ask", "--url", server.url, "--model", "m"]
    _ = try program.run(options + ["Which colour?"])
    _ = try program.run(options + ["Another talk"])
    return (home, program)
  }

  @Test func listsShowsSearchesAndCounts() throws {
    let (home, program) = try Self.filled()
    defer { withExtendedLifetime(home) {} }
    let list = try program.run("sessions").output.split(separator: "\n")
    try #require(list.count == 3)
    #expect(list[1].contains("Another talk") && list[2].contains("Which colour?"))
    #expect(try program.run("sessions", "show", "1").output.contains("blue"))
    let hits = try program.run("sessions", "search", "blue", "--json").output
    #expect(hits.contains("\"excerpt\":\"blue\",\"found\":[[0,4]]"))
    #expect(try program.run("sessions", "search", "purple").status == 1)
    #expect(try program.run("sessions", "stats", "--json").output.contains("\"messages\":4"))
    #expect(try program.run("sessions", "show", "9").status == 2)
  }

  @Test func exportsNeverTouchAFileThatIsThere() throws {
    let (home, program) = try Self.filled()
    defer { withExtendedLifetime(home) {} }
    try home.write("precious", to: "there.md")
    let path = home.path + "/there.md"
    #expect(try program.run("sessions", "export", "1", "-o", path).status == 1)
    #expect(home.contents(of: "there.md") == "precious")
    let new = home.path + "/new.html"
    #expect(try program.run("sessions", "export", "--all", "-f", "html", "-o", new).status == 0)
    #expect(home.contents(of: "new.html")?.contains("blue") == true)
  }

  @Test func takesNothingTwice() throws {
    let (home, program) = try Self.filled()
    defer { withExtendedLifetime(home) {} }
    let file = home.path + "/all.jsonl"
    _ = try program.run("sessions", "export", "--all", "-f", "jsonl", "-o", file)
    let again = try program.run("sessions", "import", file).output
    #expect(again.contains("took 0 conversations") && again.contains("2 conversations were there"))
    _ = try program.run("sessions", "rm", "1", "2", "--yes")
    #expect(try program.run("sessions", "import", file).output.contains("took 2 conversations"))
    #expect(try program.run("sessions", "show", "3").status == 0)
  }

  @Test func removesNothingUnasked() throws {
    let (home, program) = try Self.filled()
    defer { withExtendedLifetime(home) {} }
    #expect(try program.run("sessions", "rm", "1").status == 2)
    #expect(
      try program.run("sessions", "rm", "--older-than", "90d", "-y").output.contains("no conv")
    )
    #expect(try program.run("sessions", "rm", "1", "-y").status == 0)
    #expect(try program.run("sessions").output.split(separator: "\n").count == 2)
    let copy = home.path + "/copy.sqlite"
    #expect(try program.run("backup", copy).status == 0)
    #expect(try program.run("backup", copy).status == 1)
  }
}
