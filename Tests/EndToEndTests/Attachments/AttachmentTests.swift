import Conversation
import Support
import Testing

/// Files that go with a prompt, as the server gets them.
@Suite(.serialized, .timeLimit(.minutes(2))) struct AttachmentTests {
  private static let gif = Array("GIF89a".utf8) + [1, 0, 1, 0]

  @Test func theServerSeesTheTextAndTheImage() async throws {
    let server = LoopbackServer(Answers.whole("seen"), Answers.whole("again"))
    let home = try Home()
    try home.configure(
      "[preset.eyes]\nurl = \"\(server.url)\"\nmodel = \"m\"\nimages = true\n"
        + "prefill = \"off\"\ncontext_window = 8192\n"
    )
    try home.write("a ``` fence\n", to: "notes.md")
    try home.write(bytes: Self.gif, to: "dot")
    let weir = try await home.openAndWait()
    weir.send("Compare @~/notes.md and @~/dot.")
    try await weir.waitUntil {
      $0.contains("@~/notes.md 12 B") && $0.contains("@~/dot gif 10 B")
    }
    weir.send(Typed.enter)
    try await weir.waitUntil { $0.contains("seen") && $0.contains("✓ stop") }
    weir.send("And now?" + Typed.enter)
    try await weir.waitUntil { $0.contains("again") && $0.contains("✓ stop") }
    let sent =
      #"{"role":"user","content":[{"type":"text","text":"Compare @~/notes.md and @~/dot.\n\n"#
      + #"~/notes.md:\n````\na ``` fence\n````\n\n~/dot:"},{"type":"image_url","image_url":"#
      + #"{"url":"data:image/gif;base64,R0lGODlhAQABAA=="}}]}"#
    #expect(server.requests.count == 2)
    #expect(server.requests.allSatisfy { $0.contains(sent) })
  }

  @Test func keepsThePromptWhereThePresetTakesNoImages() async throws {
    let server = LoopbackServer(Answers.whole("never"))
    let home = try Home()
    try home.configure(["blind": server.url])
    try home.write(bytes: Self.gif, to: "dot")
    let weir = try await home.openAndWait()
    weir.send("See @~/dot" + Typed.enter)
    let screen = try await weir.waitFor("images = true")
    #expect(screen.contains("See @~/dot"))
    #expect(server.requests.isEmpty)
  }

  @Test func askTakesAnImage() throws {
    let server = LoopbackServer(Answers.whole("seen"))
    let home = try Home()
    try home.write(bytes: Self.gif, to: "dot")
    let configuration = "[preset.eyes]\nurl = \"\(server.url)\"\nmodel = \"m\"\nimages = true\n"
    let outcome = try RunningProgram(
      ["ask", "-p", "eyes", "--attach", home.path + "/dot", "What is it?"],
      configuration: configuration
    ).outcome()
    #expect(outcome == BuiltProgram.Outcome(status: 0, output: "seen"))
    let parts =
      #"[{"type":"text","text":"What is it?\n\n"# + home.path
      + #"/dot:"},{"type":"image_url","image_url":{"url":"data:image/gif;base64,R0lGODlhAQABAA=="}}]"#
    #expect(server.requests.first?.contains(parts) == true)
  }

  @Test func askRefusesAnImageThatThePresetDoesNotTake() throws {
    let server = LoopbackServer(Answers.whole("never"))
    let home = try Home()
    try home.write(bytes: Self.gif, to: "dot")
    let outcome = try RunningProgram(
      ["ask", "--url", server.url, "--model", "m", "-f", home.path + "/dot", "What is it?"]
    ).outcome()
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("the preset m takes no images"))
    #expect(server.requests.isEmpty)
  }
}
