import DemoEndpoint
import Support
import Testing

/// One conversation by keyboard, from the first key to the last delta.
@Suite(.serialized, .timeLimit(.minutes(2))) struct ChatTests {
  @Test func streamsAnAnswerAndGoesOn() async throws {
    let latch = Latch()
    let server = LoopbackServer(
      Answers.paused("one two", until: latch, then: " three"),
      Answers.whole("four")
    )
    let home = try Home()
    try home.configure(["local": server.url])
    let weir = try await home.openAndWait()

    weir.send("Count one to three" + Typed.enter)
    let early = try await weir.waitFor("one two")
    #expect(early.contains("you") && early.contains("Count one to three"))
    #expect(early.contains("local  local-model") && early.contains("● streaming"))
    latch.open()
    try await weir.waitUntil { $0.contains("one two three") && $0.contains("✓ stop") }

    weir.send("And on" + Typed.enter)
    try await weir.waitUntil { $0.contains("four") && $0.contains("one two three") }
    let bodies = server.requests.map { String($0.drop { $0 != "{" }) }
    #expect(bodies.count == 2)
    #expect(bodies.last?.contains("Count one to three") == true)
    #expect(bodies.last?.contains("one two three") == true)
    #expect(bodies.last?.contains("And on") == true)
  }

  @Test func theEmbeddedEndpointAnswers() async throws {
    let home = try Home()
    let weir = try await home.openAndWait(["-p", "slow"])
    weir.send("hello" + Typed.enter)
    try await weir.waitFor("Canned text at eight")
    weir.send(Typed.escape)
    try await weir.waitUntil { $0.contains("■ stopped") && $0.contains("Canned text at eight") }
  }

  @Test func regeneratesAsASibling() async throws {
    let server = LoopbackServer(Answers.whole("first answer"), Answers.whole("second answer"))
    let home = try Home()
    try home.configure(["local": server.url])
    let weir = try await home.openAndWait()
    weir.send("hello" + Typed.enter)
    try await weir.waitUntil { $0.contains("first answer") && $0.contains("✓ stop") }
    weir.send(Typed.f5)
    let second = try await weir.waitUntil { $0.contains("second answer") && $0.contains("✓ stop") }
    #expect(second.contains("2 of 2") && !second.contains("first answer"))
    weir.send(Typed.tab + "<")
    let first = try await weir.waitFor("first answer")
    #expect(first.contains("1 of 2") && !first.contains("second answer"))
    #expect(server.requests.count == 2)
  }

  @Test func stopsInMidStreamAndKeepsWhatCame() async throws {
    let server = LoopbackServer(Answers.stalled("half an"), Answers.whole("another one"))
    let home = try Home()
    try home.configure(["local": server.url])
    let weir = try await home.openAndWait()
    weir.send("hello" + Typed.enter)
    try await weir.waitFor("half an")
    weir.send(Typed.escape)
    let screen = try await weir.waitFor("■ stopped")
    #expect(screen.contains("half an"))
    weir.send("again" + Typed.enter)
    try await weir.waitUntil { $0.contains("another one") && $0.contains("half an") }
  }

  @Test func queuesAndRecalls() async throws {
    let latch = Latch()
    let server = LoopbackServer(
      Answers.paused("one", until: latch, then: " two"),
      Answers.whole("three")
    )
    let home = try Home()
    try home.configure(["local": server.url])
    let weir = try await home.openAndWait()
    weir.send("hello" + Typed.enter)
    try await weir.waitFor("one")
    weir.send("sent later" + Typed.enter + "never sent" + Typed.enter)
    try await weir.waitUntil {
      $0.contains("» queued: sent later") && $0.contains("» queued: never sent")
    }
    weir.send(Typed.up)
    try await weir.waitUntil {
      $0.contains("❯ never sent") && !$0.contains("queued: never sent")
    }
    latch.open()
    let last = try await weir.waitFor("three")
    #expect(last.contains("sent later") && last.contains("one two"))
    #expect(server.requests.count == 2)
    #expect(!server.requests.contains { $0.contains("never sent") })
  }

  @Test func changesPresetInMidConversation() async throws {
    let first = LoopbackServer(Answers.whole("from the first"))
    let second = LoopbackServer(Answers.whole("from the second"))
    let home = try Home()
    try home.configure(["alpha": first.url, "beta": second.url])
    let weir = try await home.openAndWait()
    weir.send("hello" + Typed.enter)
    try await weir.waitFor("from the first")
    weir.send(Typed.f2)
    try await weir.waitFor("presets and models")
    weir.send("bet" + Typed.enter)
    try await weir.waitUntil { $0.contains("weir  beta") && !$0.contains("presets and models") }
    weir.send("and you" + Typed.enter)
    let screen = try await weir.waitFor("from the second")
    #expect(screen.contains("alpha  alpha-model") && screen.contains("beta  beta-model"))
    #expect(second.requests.first?.contains("from the first") == true)
  }

  @Test func takesAnyTypedModelName() async throws {
    let server = LoopbackServer(Answers.whole("hello from it"))
    let home = try Home()
    try home.configure(["local": server.url])
    let weir = try await home.openAndWait()
    weir.send(Typed.f2)
    try await weir.waitFor("presets and models")
    weir.send("qwen/never-heard-of-30b" + Typed.enter)
    try await weir.waitUntil { !$0.contains("presets and models") }
    weir.send("hello" + Typed.enter)
    try await weir.waitFor("hello from it")
    // The list asks for the endpoint's models before anything is sent, and the answer's end may.
    #expect(server.requests.contains { $0.contains(#""model":"qwen/never-heard-of-30b""#) })
  }
}
