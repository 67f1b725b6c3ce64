import Support
import Testing

/// What weir opens with.
@Suite(.serialized, .timeLimit(.minutes(2))) struct StartTests {
  @Test func withoutAConfigurationTheDemoIsThere() async throws {
    let home = try Home()
    let weir = try await home.openAndWait()
    let screen = weir.screen()
    for name in ["tour", "slow", "bursty", "reasoning", "stalls", "cut-off", "busy", "split-utf8"] {
      #expect(screen.contains(" \(name) "), "the sidebar has \(name)")
    }
    #expect(screen.contains("weir  tour  (demo: canned answers)"))
    #expect(screen.contains("This is a demo preset: its answers are canned text"))
  }

  @Test func aBrokenConfigurationIsSaidAndTheSoundPartWorks() async throws {
    let server = LoopbackServer(Answers.whole("an answer"))
    let home = try Home()
    try home.configure(
      """
      [preset.sound]
      url = "\(server.url)"
      model = "m"
      temperatur = 1
      [preset.broken]
      url = 7
      """
    )
    let weir = try await home.openAndWait()
    let hint = try #require(weir.screen().rows.last)
    #expect(hint.contains(#"preset.sound.temperatur: unknown key; did you mean "temperature"?"#))
    weir.send("hello" + Typed.enter)
    try await weir.waitFor("an answer")
  }

  @Test func aPresetOfOnesOwnTakesTheNameOfADemo() async throws {
    let home = try Home()
    try home.configure(["slow": "http://127.0.0.1:9/v1"])
    let weir = try await home.openAndWait()
    let rows = weir.screen().rows.filter { $0.contains(" slow ") && $0.contains("\u{25CB}") }
    #expect(rows.count == 1)
  }

  @Test func aConfigurationThatIsNoTOMLIsSaid() async throws {
    let home = try Home()
    try home.configure("[preset.fast\nurl = ")
    let weir = try await home.openAndWait()
    let screen = weir.screen()
    #expect(screen.rows.last?.contains("config.toml:1") == true)
    #expect(screen.contains("weir  tour"))
  }

  @Test func aReloadedConfigurationShowsWhatChanged() async throws {
    let server = LoopbackServer(Answers.whole("an answer"))
    let home = try Home()
    try home.configure(["old": server.url])
    let weir = try await home.openAndWait()
    try home.configure(["old": server.url, "fresh": server.url])
    weir.send(Typed.control("x") + "g")
    let screen = try await weir.waitFor("configuration reloaded")
    #expect(screen.contains("new: fresh"))
    #expect(screen.contains("  fresh "))
  }

  @Test func anUnknownPresetIsSaid() async throws {
    let home = try Home()
    let weir = try await home.openAndWait(["-p", "nobody"])
    #expect(weir.screen().contains(#"there is no preset "nobody""#))
  }
}
