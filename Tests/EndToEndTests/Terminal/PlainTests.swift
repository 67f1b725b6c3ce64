import Support
import Testing

/// Where there is no screen, or none is wanted, nothing is sent but text.
@Suite(.serialized, .timeLimit(.minutes(2))) struct PlainTests {
  @Test("no control byte is sent", arguments: [(["--plain"], "xterm"), ([], "dumb"), ([], "")])
  func sendsTextAlone(arguments: [String], term: String) async throws {
    let server = LoopbackServer(Answers.whole(#"hello \u001b]0;title\u0007 there"#))
    let home = try Home()
    try home.configure(["local": server.url])
    let weir = try home.open(arguments, environment: ["TERM": term])
    try await weir.waitFor("/help")
    weir.send("hello\n")
    try await weir.waitFor("there")
    weir.send("/quit\n")
    #expect(try await weir.waitForExit() == .exited(0))
    let controls = Set(weir.received.filter { $0 < 0x20 || $0 == 0x7F })
    #expect(controls == [0x0A, 0x0D])
  }

  @Test func withoutATerminalThereIsNoControlByteEither() throws {
    let home = try Home()
    let outcome = try BuiltProgram(environment: home.environment).run("-p", "tour")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("tour"))
    #expect(outcome.output.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
  }
}
