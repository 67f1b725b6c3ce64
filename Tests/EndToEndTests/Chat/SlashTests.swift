import Foundation
import Support
import Testing

/// Commands and files that are typed and completed in the prompt.
@Suite(.serialized, .timeLimit(.minutes(2))) struct SlashTests {
  @Test func completesACommandAndItsArgumentAndRunsIt() async throws {
    let home = try Home()
    try home.configure(["near": "http://127.0.0.1:1/v1", "far": "http://127.0.0.1:1/v1"])
    let weir = try await home.openAndWait()
    weir.send("/prese")
    try await weir.waitFor("go on with another preset")
    weir.send("t f" + Typed.tab)
    try await weir.waitFor("\u{276F} /preset far")
    weir.send(Typed.enter)
    try await weir.waitFor("far: far-model")
  }

  @Test func completesAFileAndSendsIt() async throws {
    let server = LoopbackServer(Answers.whole("answer"))
    let home = try Home()
    try home.configure(["local": server.url])
    try home.write("what is attached", to: "my notes.txt")
    try home.write("another", to: "my other.txt")
    let weir = try await home.openAndWait()
    weir.send("Read @~/my" + Typed.tab)
    try await weir.waitUntil { $0.contains("my notes.txt") && $0.contains("my other.txt") }
    weir.send("n" + Typed.enter)
    try await weir.waitFor("@\"~/my notes.txt\"")
    weir.send(Typed.enter)
    try await weir.waitFor("answer")
    let request = try #require(server.requests.first)
    #expect(request.contains("what is attached") && !request.contains("another"))
  }

  @Test func neverSendsWhatIsNoCommand() async throws {
    let server = LoopbackServer(Answers.whole("answer"))
    let home = try Home()
    try home.configure(["local": server.url])
    let weir = try await home.openAndWait()
    weir.send("/hlep me" + Typed.enter)
    let screen = try await weir.waitFor("did you mean /help?")
    #expect(screen.contains("\u{276F} /hlep me"))
    #expect(server.connections == 0)
  }
}
