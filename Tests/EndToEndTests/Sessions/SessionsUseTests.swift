import Support
import Testing

/// `weir sessions` asked in odd ways, and with nowhere to print.
@Suite(.timeLimit(.minutes(2))) struct SessionsUseTests {
  private let home: Home
  private let program: BuiltProgram
  private static let conversation = "## User\n\nHello pond\n"

  init() throws {
    home = try Home()
    program = BuiltProgram(environment: home.environment)
    try home.write(Self.conversation, to: "a.md")
    _ = try program.run("sessions", "import", home.path + "/a.md")
  }

  private static let printing = [
    "list", "list --json", "show 1", "show 1 --json", "search pond", "stats", "export --all",
  ]

  @Test("says that nothing could be written", arguments: printing)
  func saysThatTheDiskIsFull(command: String) throws {
    let outcome = try program.shell("weir sessions \(command) > /dev/full")
    #expect(
      outcome
        == .init(
          status: 1,
          errors: "weir: cannot write to standard output: No space left on device\n"
        )
    )
  }

  @Test("ends quietly when the reader goes away", arguments: printing)
  func endsQuietly(command: String) throws {
    // The reader of the pipe is gone before weir is asked for anything.
    let gone =
      "mkfifo \(home.path)/p; exec 4<>\(home.path)/p 5>\(home.path)/p; exec 4>&-; "
      + "weir sessions \(command) >&5; echo $?"
    #expect(try program.shell(gone) == .init(status: 0, output: "0\n"))
  }

  @Test func namesTheSubcommandsForAWordThatIsNone() throws {
    let outcome = try program.run("sessions", "frobnicate")
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(
      outcome.errors.contains(
        #"no command "weir sessions frobnicate"; there are list, show, search, export, import, rm, stats."#
      )
    )
    #expect(try program.run("sessions").output.contains("Hello pond"))
    #expect(try program.run("sessions", "--json").output.hasPrefix("[{"))
    #expect(try program.run("sessions", "list", "pond").output.contains("Hello pond"))
  }

  @Test(
    "says what a search wants",
    arguments: [
      ("pond after:foo", "after: wants a date"), ("preset:", "preset: wants the name of a preset"),
      ("\"\"", "there is no word to look for"),
    ]
  )
  func saysWhatASearchWants(query: String, problem: String) throws {
    let outcome = try program.run("sessions", "search", query)
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("weir: \(problem)"))
  }

  @Test func readsWhatIsPassedAndWaitsForNoPipe() throws {
    let pipe = home.path + "/pipe"
    let made = try program.shell("mkfifo '\(pipe)'; weir sessions import '\(pipe)'")
    #expect(made.status == 1)
    #expect(made.errors.contains("pipe is a pipe, not a file; what another program writes"))
    let there = "1 conversations were there already"
    for script in ["weir sessions import - < a.md", "weir sessions import <(cat a.md)"] {
      #expect(try program.shell("cd '\(home.path)'; \(script)").output.contains(there))
    }
    #expect(
      try program.run("sessions", "import", home.path)
        == .init(status: 1, errors: "weir: \(home.path) is a directory; name the files in it\n")
    )
  }

  @Test func printsNoMarksOfDirection() throws {
    let mark = "\u{202E}"
    let conversation =
      #"[{"id":"x","title":"gnp\#(mark)exe","mapping":{"a":{"message":{"author":{"role":"user"},"#
      + #""content":{"parts":["Hi"]}}},"b":{"parent":"a","message":{"author":{"role":"assistant"},"#
      + #""metadata":{"model_slug":"m\#(mark)x"},"content":{"parts":["Ho"]}}}}}]"#
    try home.write(conversation, to: "c.json")
    #expect(try program.run("sessions", "import", home.path + "/c.json").status == 0)
    let commands = [
      "list", "list --json", "show 2", "show 2 --json", "search Hi", "search Ho --json", "stats",
      "stats --json", "export 2", "export 2 -f html", "export 2 -f jsonl",
    ]
    for command in commands {
      let outcome = try program.shell("weir sessions \(command)")
      #expect(outcome.status == 0 && !outcome.output.isEmpty, "\(command)")
      #expect(!outcome.output.unicodeScalars.contains("\u{202E}"), "\(command)")
      #expect(!outcome.output.contains("1970"), "\(command)")
    }
  }

  @Test func showsTheBranchThatWasShownLast() throws {
    let nodes = ["c1": "first", "c2": "second", "c3": "third"].map { name, text in
      #""\#(name)":{"parent":"a","message":{"author":{"role":"assistant"},"content":{"parts":["\#(text)"]}}}"#
    }
    let conversation =
      #"[{"id":"x","title":"T","current_node":"c1","mapping":{"a":{"children":["c1","c2","c3"],"message":"#
      + #"{"author":{"role":"user"},"content":{"parts":["Hi"]}}},\#(nodes.joined(separator: ","))}}]"#
    try home.write(conversation, to: "c.json")
    #expect(try program.run("sessions", "import", home.path + "/c.json").status == 0)
    let shown = try program.run("sessions", "show", "2").output
    #expect(shown.contains("first") && !shown.contains("third") && shown.contains("1 of 3"))
  }
}
