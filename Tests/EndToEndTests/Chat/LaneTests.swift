import Support
import Testing

/// Several presets side by side, each with its own stream.
@Suite(.serialized, .timeLimit(.minutes(2))) struct LaneTests {
  private static let shiftTab = "\u{1B}[Z"

  @Test func marksPresetsAndOpensLanes() async throws {
    let alpha = LoopbackServer(Answers.whole("from alpha"))
    let beta = LoopbackServer(Answers.whole("from beta"))
    let home = try Home()
    try home.configure(["alpha": alpha.url, "beta": beta.url])
    let weir = try await home.openAndWait()
    weir.send(Self.shiftTab + " j ")
    try await weir.waitFor("2 presets marked")
    weir.send(Typed.f3)
    let opened = try await weir.waitFor("2 lanes")
    #expect(opened.contains("▸1 alpha") && opened.contains(" 2 beta"))
    #expect(opened.contains("▸•alpha") && opened.contains(" •beta"))
    weir.send(Typed.tab)
    try await weir.waitFor("▸prompt to 2 lanes")
    weir.send("hello" + Typed.enter)
    try await weir.waitUntil { $0.contains("from alpha") && $0.contains("from beta") }
    weir.send(Typed.f3)
    try await weir.waitUntil { $0.contains("from alpha") && !$0.contains("from beta") }
  }

  @Test func opensWithLanesAndZooms() async throws {
    let alpha = LoopbackServer(Answers.whole("from alpha"))
    let beta = LoopbackServer(Answers.whole("from beta"))
    let home = try Home()
    try home.configure(["alpha": alpha.url, "beta": beta.url])
    let weir = try await home.openAndWait(["-p", "beta", "-p", "alpha"])
    let opened = weir.screen()
    #expect(opened.contains("▸1 beta") && opened.contains(" 2 alpha"))
    weir.send("hello" + Typed.enter)
    let both = try await weir.waitUntil { $0.contains("from alpha") && $0.contains("from beta") }
    weir.send(Typed.control("x") + "o")
    let zoomed = try await weir.waitFor("lane 1 of 2, zoomed")
    #expect(zoomed.contains("from beta") && !zoomed.contains("from alpha"))
    weir.send(Typed.control("x") + Typed.tab)
    let other = try await weir.waitFor("lane 2 of 2, zoomed")
    #expect(other.contains("from alpha") && !other.contains("from beta"))
    weir.send(Typed.control("x") + "o")
    try await weir.waitUntil { $0.contains("from alpha") && $0.contains("from beta") }
    #expect(both.contains("2 lanes"))
  }

  @Test func aDeadServerHoldsUpNoOtherLane() async throws {
    let dead = LoopbackServer(answer: "")
    dead.close()
    dead.waitUntilClosed()
    let alive = LoopbackServer(Answers.whole("alive once"), Answers.whole("alive twice"))
    let home = try Home()
    try home.configure(["dead": dead.url, "alive": alive.url])
    let weir = try await home.openAndWait(["-p", "dead", "-p", "alive"])
    weir.send("hello" + Typed.enter)
    try await weir.waitFor("alive once")
    weir.send("again" + Typed.enter)
    try await weir.waitFor("alive twice")
    let screen = try await weir.waitFor("✗ transport error")
    #expect(screen.contains("transport: dead: "))
    #expect(screen.contains("alive once") && screen.contains("alive twice"))
  }

  @Test func stopsOneLaneAndLetsTheOtherGoOn() async throws {
    let latch = Latch()
    let alpha = LoopbackServer(Answers.stalled("alpha began"))
    let beta = LoopbackServer(Answers.paused("beta began", until: latch, then: " and ended"))
    let home = try Home()
    try home.configure(["alpha": alpha.url, "beta": beta.url])
    let weir = try await home.openAndWait(["-p", "alpha", "-p", "beta"])
    weir.send("hello" + Typed.enter)
    try await weir.waitUntil { $0.contains("alpha began") && $0.contains("beta began") }
    weir.send(Typed.escape)
    let stopped = try await weir.waitFor("■ stopped")
    #expect(stopped.contains("● streaming"))
    latch.open()
    try await weir.waitUntil {
      $0.contains("beta began and ended") && $0.contains("alpha began")
        && $0.contains("■ stopped")
    }
  }

  @Test func everyLaneStreamsToItsEnd() async throws {
    let home = try Home()
    let weir = try await home.openAndWait(["-p", "bursty", "-p", "split-utf8", "-p", "reasoning"])
    weir.send("hello" + Typed.enter)
    try await weir.waitUntil { screen in screen.rows[3].filter { $0 == "✓" }.count == 3 }
    weir.send("and again" + Typed.enter)
    try await weir.waitUntil { screen in screen.rows[3].filter { $0 == "●" }.count > 0 }
    let ended = try await weir.waitUntil { screen in
      screen.rows[3].filter { $0 == "✓" }.count == 3
    }
    #expect(ended.contains("and again"))
  }
}
