import Support
import Testing

/// What `weir sessions` and `weir backup` do with an archive of which one conversation cannot be read.
@Suite(.timeLimit(.minutes(2))) struct SessionsDamageTests {
  private let home: Home
  private let program: BuiltProgram

  init() throws {
    home = try Home()
    program = BuiltProgram(environment: home.environment)
    let texts = ["first", String(repeating: "x", count: 40_000), "last"]
    for (number, text) in texts.enumerated() {
      try home.write("## User\n\n\(text)\n", to: "\(number).md")
      _ = try program.run("sessions", "import", home.path + "/\(number).md")
    }
    try home.cutOffText(in: "data/weir/weir.sqlite")
  }

  private var archive: String { home.path + "/data/weir/weir.sqlite" }

  @Test func exportsTheRestAndNamesWhatIsLeftOut() throws {
    let outcome = try program.run("sessions", "export", "--all", "-f", "jsonl")
    #expect(outcome.status == 1)
    let contents = outcome.output.split(separator: "\n").filter { $0.contains("\"content\"") }
    #expect(contents.count == 2)
    #expect(contents.contains { $0.contains("first") } && contents.contains { $0.contains("last") })
    #expect(
      outcome.errors
        == "weir: conversation 2 is left out: archive: \(archive): is damaged; "
        + "move it away to begin a new one, or put a backup in its place\n"
    )
  }

  @Test func keepsTheFileThatHoldsTheRest() throws {
    let path = home.path + "/all.md"
    #expect(try program.run("sessions", "export", "--all", "-o", path).status == 1)
    #expect(home.contents(of: "all.md")?.contains("last") == true)
  }

  @Test func countsWhatItCan() throws {
    let outcome = try program.run("sessions", "stats", "--json")
    #expect(outcome.output.contains(#""conversations":3,"archived":0,"messages":3"#))
    #expect(outcome.status == 0 || outcome.errors.contains("is damaged"))
  }

  @Test func copiesAndSaysThatTheCopyIsDamagedToo() throws {
    let outcome = try program.run("backup", home.path + "/copy.sqlite")
    #expect(outcome.status == 1)
    #expect(outcome.output == "copied to \(home.path)/copy.sqlite\n")
    #expect(
      outcome.errors
        == "weir: \(archive) is damaged, and so is the copy; weir sessions export --all saves what can still be read\n"
    )
  }
}
