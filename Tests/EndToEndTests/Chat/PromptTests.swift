import Foundation
import Glibc
import Support
import Testing

/// What is typed and pasted, edited elsewhere, and kept.
@Suite(.serialized, .timeLimit(.minutes(2))) struct PromptTests {
  private static let undo = "\u{1F}"

  @Test func aPasteWithLineEndsIsNeverSent() async throws {
    let server = LoopbackServer(Answers.whole("answer"))
    let home = try Home()
    try home.configure(["local": server.url])
    let weir = try await home.openAndWait()
    weir.send(Typed.paste("first line\rsecond line\r\nthird\n"))
    let pasted = try await weir.waitFor("third")
    #expect(pasted.contains("❯ first line") && pasted.contains("second line"))
    weir.send("and typed")
    try await weir.waitFor("and typed")
    #expect(server.connections == 0)
    weir.send(Typed.enter)
    try await weir.waitFor("answer")
    let request = try #require(server.requests.first)
    #expect(request.contains(#"first line\nsecond line\nthird\nand typed"#))
  }

  @Test func aLongPasteIsOneEdit() async throws {
    let length = Soak.scale(300_000, whole: 10_000_000)
    let line = String(repeating: "weir ", count: 20) + "\n"
    let text = String(repeating: line, count: length / line.utf8.count) + "the end"
    let home = try Home()
    let weir = try await home.openAndWait()
    weir.send(Typed.paste(text))
    weir.send("!")
    try await weir.waitFor("B]!")
    weir.send(Typed.left + Typed.alt("o"))
    try await weir.waitFor("the end!")
    weir.send(Self.undo + Self.undo + Self.undo)
    try await weir.waitUntil { !$0.contains("weir weir") && $0.contains("demo preset") }
  }

  @Test func theEditorRunsWhileAnAnswerStreams() async throws {
    let (latch, isRead) = (Latch(), Latch())
    let paused = Answers.paused("one", until: latch, then: " two")
    let server = LoopbackServer(paused + [.untilClosed, .open(isRead)])
    let home = try Home()
    try home.configure(["local": server.url])
    let editor = try home.writeScript(
      """
      cat "$1" > "$HOME/seen"
      echo "the editor is open"
      read line
      printf 'from the editor\\n' > "$1"
      """,
      to: "editor"
    )
    let weir = try await home.openAndWait(environment: ["VISUAL": editor, "EDITOR": "/bin/false"])
    weir.send("hello" + Typed.enter)
    try await weir.waitFor("one")
    weir.send("from the prompt")
    try await weir.waitFor("❯ from the prompt")
    weir.send(Typed.control("o"))
    let outside = try await weir.waitFor("the editor is open")
    #expect(!outside.contains("❯"))
    #expect(weir.inputModes.c_lflag & tcflag_t(ICANON) != 0)
    latch.open()
    #expect(isRead.wait(), "the answer was read to its end while the editor was open")
    weir.send("\n")
    try await weir.waitUntil {
      $0.contains("❯ from the editor") && $0.contains("one two") && $0.contains("✓ stop")
    }
    #expect(home.contents(of: "seen") == "from the prompt")
  }

  @Test func anEditorThatFailsLeavesThePrompt() async throws {
    let home = try Home()
    let weir = try await home.openAndWait(environment: ["VISUAL": "/bin/false"])
    weir.send("a draft" + Typed.control("o"))
    let screen = try await weir.waitFor("did not end well")
    #expect(screen.contains("❯ a draft"))
  }

  @Test func theDraftSurvivesKilling() async throws {
    let home = try Home()
    let first = try await home.openAndWait()
    first.send(Typed.paste("a draft\nof two lines"))
    #expect(await home.waitFor("state/weir/draft") { $0 == "a draft\nof two lines" })
    first.signal(SIGKILL)
    try await first.waitForExit()
    let second = try await home.openAndWait()
    try await second.waitUntil { $0.contains("❯ a draft") && $0.contains("  of two lines") }
  }

  @Test func thePromptHistorySurvivesARestart() async throws {
    let server = LoopbackServer(Answers.whole("answer"))
    let home = try Home()
    try home.configure(["local": server.url])
    let first = try await home.openAndWait()
    first.send("an old question" + Typed.enter)
    try await first.waitFor("answer")
    first.send(Typed.control("d"))
    #expect(try await first.waitForExit() == .exited(0))
    let second = try await home.openAndWait()
    #expect(!second.screen().contains("an old question"))
    second.send(Typed.up)
    try await second.waitFor("❯ an old question")
  }
}
