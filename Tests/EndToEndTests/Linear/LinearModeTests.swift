import Support
import Testing

/// Linear mode as it is used: through pipes, and in a terminal that can do nothing.
@Suite(.timeLimit(.minutes(1))) struct LinearModeTests {
  @Test func answersEveryLineOfAPipe() throws {
    let program = try RunningProgram(
      ["--plain", "-p", "tour"],
      input: "/model flat-2\nhi\n/model flat-1\nmore"
    )
    #expect(
      try program.outcome()
        == BuiltProgram.Outcome(
          status: 0,
          output: """
            weir, line by line, with tour (canned). /help lists the commands.
            goes on with the model flat-2
            tour (canned):
            w000001 w000002\u{20}
            goes on with the model flat-1
            tour (canned):
            w000001\u{20}

            """
        )
    )
  }

  @Test func quitsWhereItIsTold() throws {
    let program = try RunningProgram(["-p", "tour"], input: "/quit\n/help\n")
    #expect(
      try program.outcome().output
        == "weir, line by line, with tour (canned). /help lists the commands.\n"
    )
  }

  @Test func refusesAPresetThatIsNotThere() throws {
    let outcome = try RunningProgram(["--plain", "-p", "nope"]).outcome()
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("weir: there is no preset named nope; there are tour"))
  }

  @Test func chatsInADumbTerminal() async throws {
    let terminal = try PTYProcess(
      BuiltProduct.path("weir"),
      ["-p", "slow"],
      environment: ["TERM": "dumb"]
    )
    try await terminal.waitFor("/help lists the commands.")
    terminal.send("hi\n")
    try await terminal.waitFor("**Canned")
    terminal.send("\u{3}")
    try await terminal.waitFor("stopped")
    terminal.send("/model flat-1\n/regenerate\n")
    try await terminal.waitFor("w000001")
    terminal.send("\u{4}")
    #expect(try await terminal.waitForExit() == .exited(0))
  }
}
