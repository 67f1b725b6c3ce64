import Support
import Testing

/// Servers that do not answer to the end, as the person sees them.
@Suite(.serialized, .timeLimit(.minutes(2))) struct FailureTests {
  private func openAndAsk(_ server: LoopbackServer, _ home: Home) async throws -> PTYProcess {
    try home.configure(["local": server.url])
    let weir = try await home.openAndWait()
    weir.send("hello" + Typed.enter)
    return weir
  }

  @Test func anAnswerThatEndsEarlyIsIncomplete() async throws {
    let server = LoopbackServer([.request, .send(Answers.begin(["half an"]))])
    let home = try Home()
    let weir = try await openAndAsk(server, home)
    let screen = try await weir.waitFor("! incomplete")
    #expect(screen.contains("half an"))
    #expect(screen.contains("incomplete: the stream ended with neither a finish reason nor [DONE]"))
    #expect(screen.contains("F5 asks again"))
  }

  @Test func aServerThatBreaksOffIsNamed() async throws {
    let latch = Latch()
    let server = LoopbackServer(
      [.request, .send(Answers.begin(["half an"])), .wait(latch), .reset],
      Answers.whole("a whole one")
    )
    let home = try Home()
    let weir = try await openAndAsk(server, home)
    try await weir.waitFor("half an")
    latch.open()
    let screen = try await weir.waitFor("✗ transport error")
    #expect(screen.contains("half an") && screen.contains("transport: local: "))
    weir.send(Typed.f5)
    try await weir.waitUntil { $0.contains("a whole one") && $0.contains("2 of 2") }
  }

  @Test func countsDownToARetryAndEscapeCancelsIt() async throws {
    let refusal = LoopbackAnswer.http10(
      "429 Too Many Requests",
      headers: ["Retry-After: 100"],
      body: #"{"error":{"message":"too many"}}"#
    )
    let server = LoopbackServer(answer: refusal)
    let home = try Home()
    let weir = try await openAndAsk(server, home)
    try await weir.waitFor("retry 1 in 99 s")
    try await weir.waitFor("retry 1 in 98 s")
    weir.send(Typed.escape)
    let screen = try await weir.waitFor("■ stopped")
    #expect(!screen.contains("retry 1"))
    #expect(server.connections == 1)
  }

  @Test func saysWhatTheServerSaid() async throws {
    let refusal = LoopbackAnswer.http10(
      "404 Not Found",
      body: #"{"error":{"message":"no such model"}}"#
    )
    let server = LoopbackServer(answer: refusal)
    let home = try Home()
    let weir = try await openAndAsk(server, home)
    let screen = try await weir.waitFor("✗ api error")
    #expect(screen.contains("api: local: 404") && screen.contains("no such model"))
  }
}
