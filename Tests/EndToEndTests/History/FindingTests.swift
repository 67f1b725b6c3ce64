import Support
import Testing

/// Conversations and messages found again, in the built program.
@Suite(.serialized, .timeLimit(.minutes(2))) struct FindingTests {
  /// A home in which two conversations were held.
  private static func filled() throws -> Home {
    let server = LoopbackServer(Answers.whole("It is blue."), Answers.whole("Hoist the mainsail."))
    let home = try Home()
    let program = BuiltProgram(environment: home.environment)
    let options = ["ask", "--url", server.url, "--model", "m"]
    _ = try program.run(options + ["Which colour has the sky?"])
    _ = try program.run(options + ["How do I sail?"])
    return home
  }

  @Test func theListIsFilteredAndOpened() async throws {
    let home = try Self.filled()
    let weir = try await home.openAndWait()
    weir.send(Typed.control("x") + "l")
    try await weir.waitUntil { $0.contains("Which colour") && $0.contains("How do I sail") }
    weir.send("colour")
    try await weir.waitUntil { $0.contains("Which colour") && !$0.contains("How do I sail") }
    weir.send(Typed.enter)
    try await weir.waitUntil { $0.contains("It is blue.") && !$0.contains("conversations") }
  }

  @Test func aSearchOverAllGoesToTheMessage() async throws {
    let home = try Self.filled()
    let weir = try await home.openAndWait()
    weir.send(Typed.control("x") + "/")
    weir.send("mains")
    try await weir.waitFor("Hoist the mainsail.")
    weir.send(Typed.enter)
    // The message, in its conversation, with what was looked for.
    try await weir.waitUntil { $0.contains("How do I sail?") && $0.contains("1 of 1") }
  }

  @Test func promptsComeBackInEveryConversation() async throws {
    let server = LoopbackServer(Answers.whole("one"), Answers.whole("two"))
    let home = try Home()
    try home.configure(["local": server.url])
    let weir = try await home.openAndWait()
    weir.send("the first prompt" + Typed.enter)
    try await weir.waitUntil { $0.contains("one") && $0.contains("✓ stop") }
    weir.send(Typed.control("x") + "n")
    try await weir.waitFor("new conversation")
    weir.send(Typed.up)
    try await weir.waitFor("❯ the first prompt")
    weir.send(Typed.control("u") + Typed.control("x") + "q")
    #expect(try await weir.waitForExit() == .exited(0))
    let again = try await home.openAndWait()
    again.send(Typed.up)
    try await again.waitFor("❯ the first prompt")
  }
}
