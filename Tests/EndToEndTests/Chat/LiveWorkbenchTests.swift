import Foundation
import Support
import Testing

/// The whole walk with a real model, where `WEIR_LIVE_URL` names its base URL.
@Suite(
  .serialized,
  .timeLimit(.minutes(5)),
  .enabled(if: ProcessInfo.processInfo.environment["WEIR_LIVE_URL"] != nil)
)
struct LiveWorkbenchTests {
  private static func home() throws -> Home {
    let url = ProcessInfo.processInfo.environment["WEIR_LIVE_URL"] ?? ""
    let home = try Home()
    try home.configure(
      """
      default_preset = "cool"
      [preset.cool]
      url = "\(url)"
      model = "smollm2-135m"
      max_tokens = 60
      seed = 7
      [preset.warm]
      inherits = "cool"
      temperature = 1.1
      """
    )
    return home
  }

  @Test func streamsIsStoppedRegeneratedAndGoesOnWithAnotherPreset() async throws {
    let home = try Self.home()
    let weir = try await home.openAndWait()
    weir.send("Tell me a long story about a river" + Typed.enter)
    try await weir.waitUntil { $0.contains("● streaming") && $0.contains("▌") }
    weir.send(Typed.escape)
    try await weir.waitFor("■ stopped")
    weir.send(Typed.f5)
    let again = try await weir.waitUntil { $0.contains("2 of 2") && $0.contains("✓ ") }
    #expect(again.contains("cool  smollm2-135m"))
    weir.send(Typed.f2 + "warm" + Typed.enter)
    try await weir.waitFor("warm: smollm2-135m @")
    weir.send("And how does it end?" + Typed.enter)
    let ended = try await weir.waitUntil {
      $0.contains("warm  smollm2-135m") && $0.contains("server tok")
    }
    #expect(ended.contains("And how does it end?"))
  }

  @Test func looksAtAReplyOnEveryPageOfTheInspector() async throws {
    let home = try Self.home()
    let weir = try await home.openAndWait()
    weir.send("Count one to five" + Typed.enter)
    try await weir.waitUntil { $0.contains("server tok") }
    weir.send(Typed.f4)
    try await weir.waitUntil { $0.contains("[time]") && $0.contains("answer, tokens/s") }
    weir.send(Typed.tab)
    try await weir.waitUntil { $0.contains("[gaps]") && $0.contains("gap p50") }
    weir.send("t")
    try await weir.waitFor("a cell is")
    weir.send(Typed.tab)
    try await weir.waitUntil { $0.contains("[raw]") && $0.contains("the end: [DONE]") }
    weir.send("/" + "timings" + Typed.enter)
    try await weir.waitFor("1 of 1")
    weir.send("s")
    try await weir.waitUntil { $0.contains("curl -N") && $0.contains("smollm2-135m") }
    weir.send("s" + Typed.tab)
    try await weir.waitUntil { $0.contains("[tokens]") && $0.contains("deltas, which are not") }
    weir.send("l" + Typed.f5)
    try await weir.waitFor("perplexity")
  }

  @Test func answersSideBySideWithADemo() async throws {
    let home = try Self.home()
    let weir = try await home.openAndWait(["-p", "cool", "-p", "warm", "-p", "tour"])
    weir.send("Count one to five" + Typed.enter)
    let screen = try await weir.waitUntil { screen in
      // One is the sidebar's, of the second preset.
      screen.rows[3].filter { $0 == "✓" }.count == 4
    }
    #expect(screen.contains("▸1 cool") && screen.contains(" 2 warm") && screen.contains(" 3 tour"))
    #expect(!screen.contains("✗"))
    weir.send(Typed.control("x") + "o")
    try await weir.waitFor("lane 1 of 3, zoomed")
  }

  @Test func comparesWithTwoDemos() async throws {
    let home = try Self.home()
    let weir = try await home.openAndWait(["-p", "cool", "-p", "tour", "-p", "split-utf8"])
    weir.send("Count one to five" + Typed.enter)
    try await weir.waitUntil { screen in
      screen.rows[3].filter { $0 == "✓" }.count == 3
    }
    weir.send(Typed.control("x") + "v1" + "counts" + Typed.enter)
    try await weir.waitFor("★ best")
    weir.send("And back to one" + Typed.enter)
    try await weir.waitUntil { screen in
      screen.contains("And back to one") && screen.rows[3].filter { $0 == "✓" }.count == 3
    }
    weir.send(Typed.control("x") + "q")
    #expect(try await weir.waitForExit() == .exited(0))
    let program = BuiltProgram(environment: home.environment)
    #expect(try program.run("votes", "--json").output.hasPrefix("{\"votes\":1,"))
  }

  @Test func comparesWithoutTheScreen() throws {
    let home = try Self.home()
    let program = BuiltProgram(environment: home.environment)
    let arguments = [
      "compare", "-p", "cool", "--sweep", "seed=1,2", "--expect-contains", "e", "--json", "--quiet",
    ]
    let outcome = try program.run(arguments + ["Name three rivers in Europe"])
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.contains("\"finish_reason\":\"") && !$0.contains("\"error\":{") })
  }
}
