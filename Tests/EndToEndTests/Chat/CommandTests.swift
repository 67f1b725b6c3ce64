import Foundation
import Support
import Testing

/// What else a person does in a conversation, with the effect that it has outside the screen.
@Suite(.serialized, .timeLimit(.minutes(2))) struct CommandTests {
  private func open(_ server: LoopbackServer, _ home: Home) async throws -> PTYProcess {
    try home.configure(["local": server.url])
    return try await home.openAndWait()
  }

  @Test func copiesTheLastAnswer() async throws {
    let home = try Home()
    let weir = try await open(LoopbackServer(Answers.whole("an answer, 漢字")), home)
    weir.send("hello" + Typed.enter)
    try await weir.waitUntil { $0.contains("an answer") && $0.contains("✓ stop") }
    weir.send(Typed.control("x") + "c")
    let screen = try await weir.waitFor("copied the answer")
    #expect(screen.contains("by OSC 52"))
    let text = screen.modes.clipboard.flatMap { Data(base64Encoded: $0) }
    #expect(text.map { String(decoding: $0, as: UTF8.self) } == "an answer, 漢字")
  }

  @Test(
    "gives the text to the desktop's own tool and says so",
    arguments: [("xclip", "DISPLAY"), ("wl-copy", "WAYLAND_DISPLAY")]
  )
  func copiesWithTheDesktopsTool(tool: String, variable: String) async throws {
    let home = try Home()
    try home.configure(["local": LoopbackServer(Answers.whole("an answer, 漢字")).url])
    _ = try home.writeScript("cat >\"$HOME/copied\"\n", to: tool)
    let weir = try await home.openAndWait(environment: [
      "PATH": home.path + ":/usr/bin:/bin", variable: "here",
    ])
    weir.send("hello" + Typed.enter)
    try await weir.waitUntil { $0.contains("an answer") && $0.contains("✓ stop") }
    weir.send(Typed.control("x") + "c")
    try await weir.waitFor("by \(tool) and OSC 52")
    #expect(home.contents(of: "copied") == "an answer, 漢字")
  }

  @Test func editsAMessageAndSendsItAgainAsASibling() async throws {
    let server = LoopbackServer(Answers.whole("to the first"), Answers.whole("to the second"))
    let home = try Home()
    let weir = try await open(server, home)
    weir.send("a question" + Typed.enter)
    try await weir.waitUntil { $0.contains("to the first") && $0.contains("✓ stop") }
    weir.send(Typed.tab + "e")
    try await weir.waitFor("❯ a question")
    weir.send(", put better" + Typed.enter)
    let screen = try await weir.waitFor("to the second")
    #expect(screen.contains("you  2 of 2") && !screen.contains("to the first"))
    #expect(server.requests.last?.contains("to the first") == false)
    #expect(server.requests.last?.contains("a question, put better") == true)
  }

  @Test func sendsTheSystemPrompt() async throws {
    let server = LoopbackServer(Answers.whole("an answer"))
    let home = try Home()
    let weir = try await open(server, home)
    weir.send(Typed.control("x") + "y")
    try await weir.waitFor("system prompt")
    weir.send("Be brief." + Typed.enter)
    try await weir.waitFor("own system prompt")
    weir.send("hello" + Typed.enter)
    try await weir.waitFor("an answer")
    let body = try #require(server.requests.first)
    #expect(body.contains(#"{"role":"system","content":"Be brief."},{"role":"user""#))
  }

  @Test func aChangedParameterIsMarkedAndSent() async throws {
    let server = LoopbackServer(Answers.whole("an answer"), Answers.whole("another"))
    let home = try Home()
    let weir = try await open(server, home)
    // From the last preset down to the first parameter.
    weir.send("\u{1B}[Z" + String(repeating: "j", count: 9) + "e")
    weir.send(Typed.control("u") + "0.75" + Typed.enter)
    try await weir.waitUntil { $0.rows.contains { $0.contains("*temperature       0.75") } }
    weir.send(Typed.tab + "hello" + Typed.enter)
    try await weir.waitFor("an answer")
    weir.send("\u{1B}[Z=" + Typed.tab + "again" + Typed.enter)
    try await weir.waitFor("another")
    #expect(server.requests.map { $0.contains(#""temperature":0.75"#) } == [true, false])
    #expect(!weir.screen().contains("*temperature"))
  }

  @Test func reasoningIsFoldedAndUnfolded() async throws {
    let chunks = [
      #"{"choices":[{"delta":{"reasoning_content":"a thought"}}]}"#,
      LoopbackAnswer.chunk("an answer"), LoopbackAnswer.finish(), "[DONE]",
    ]
    let home = try Home()
    let weir = try await open(LoopbackServer(answer: LoopbackAnswer.stream(chunks)), home)
    weir.send("hello" + Typed.enter)
    let folded = try await weir.waitUntil { $0.contains("an answer") && $0.contains("✓ stop") }
    #expect(folded.contains("▸ reasoning, 1 line ") && !folded.contains("a thought"))
    weir.send(Typed.tab + "z")
    try await weir.waitFor("a thought")
    weir.send("z")
    try await weir.waitUntil { !$0.contains("a thought") }
  }

  @Test func aReboundKeyWorksAndHelpShowsIt() async throws {
    let home = try Home()
    try home.configure("[keys]\nhelp = \"F9\"\nquit = \"Alt-q\"\n")
    let weir = try await home.openAndWait()
    #expect(weir.screen().rows.last?.contains("F9 help") == true)
    weir.send("\u{1B}[20~")
    try await weir.waitUntil { screen in
      screen.contains("keys, 1 to") && screen.rows.contains { $0.contains("F9    ") }
    }
  }

  @Test func aThemeIsChosenAndRemembered() async throws {
    let home = try Home()
    let first = try await home.openAndWait()
    first.send("\u{1B}[18~")
    try await first.waitFor("themes")
    first.send("mono" + Typed.enter)
    try await first.waitUntil { !$0.contains("themes") }
    #expect(await home.waitFor("state/weir/sidebar.toml") { $0.contains("mono") })
    first.send(Typed.control("d"))
    #expect(try await first.waitForExit() == .exited(0))
    let second = try await home.openAndWait()
    #expect(EscapeSequences(second.received).colors == [])
  }

  @Test func aNewConversationForgetsTheOld() async throws {
    let server = LoopbackServer(Answers.whole("an answer"), Answers.whole("a fresh reply"))
    let home = try Home()
    let weir = try await open(server, home)
    weir.send("an old question" + Typed.enter)
    try await weir.waitFor("an answer")
    weir.send(Typed.control("x") + "n")
    try await weir.waitUntil { $0.contains("new conversation") && !$0.contains("an answer") }
    weir.send("hello" + Typed.enter)
    try await weir.waitFor("a fresh reply")
    #expect(server.requests.last?.contains("an old question") == false)
  }
}
