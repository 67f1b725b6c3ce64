import Support
import Testing

@Suite(.timeLimit(.minutes(2))) struct ExportTests {
  private static let id = "00112233445566778899aabbccddeeff"
  private static let lines =
    #"{"weir":"conversation","version":1,"id":"\#(id)","title":"t"}"# + "\n"
    + #"{"weir":"message","conversation":"\#(id)","key":"5","role":"user","#
    + #""content":"a\u001b]0;pwned\u0007b"}"# + "\n"

  @Test func aTerminalIsShownWhatIsHiddenAndAPipeIsGivenItAsItIs() async throws {
    let home = try Home()
    try home.write(Self.lines, to: "c.jsonl")
    let program = BuiltProgram(environment: home.environment)
    #expect(try program.run("sessions", "import", home.path + "/c.jsonl").status == 0)
    let piped = try program.run("sessions", "export", "--all").output
    #expect(piped.contains("a\u{1B}]0;pwned\u{7}b"))
    let terminal = try home.open(["sessions", "export", "--all"])
    try await terminal.waitForExit()
    let shown = String(decoding: terminal.received, as: UTF8.self)
    #expect(shown.contains("a\u{241B}]0;pwned\u{2407}b"))
    #expect(!shown.contains("\u{1B}]0;pwned"))
  }
}
