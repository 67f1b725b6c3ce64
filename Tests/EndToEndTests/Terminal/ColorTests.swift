import Support
import Testing

/// Only such colours are sent as the terminal has and the person wants.
@Suite(.serialized, .timeLimit(.minutes(2))) struct ColorTests {
  /// A start of weir and the kinds of colour that it may use and must use.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var arguments: [String] = []
    var environment: [String: String] = [:]
    let colors: Set<EscapeSequences.ColorKind>
  }

  static let cases = [
    Case(testDescription: "--color none", arguments: ["--color", "none"], colors: []),
    Case(testDescription: "NO_COLOR", environment: ["NO_COLOR": "1"], colors: []),
    Case(testDescription: "vt100", environment: ["TERM": "vt100"], colors: []),
    Case(testDescription: "--color 16", arguments: ["--color", "16"], colors: [.named]),
    Case(testDescription: "--color 256", arguments: ["--color", "256"], colors: [.palette]),
    Case(testDescription: "xterm-256color", colors: [.palette]),
    Case(
      testDescription: "COLORTERM",
      environment: ["COLORTERM": "truecolor"],
      colors: [.direct]
    ),
    Case(
      testDescription: "--color over NO_COLOR",
      arguments: ["--color", "truecolor"],
      environment: ["NO_COLOR": "1"],
      colors: [.direct]
    ),
  ]

  @Test("the colours are of the kind that is there", arguments: cases)
  func usesOnly(_ start: Case) async throws {
    let server = LoopbackServer(Answers.whole("an answer"))
    let home = try Home()
    try home.configure(["local": server.url])
    let weir = try await home.openAndWait(
      ["--theme", "dark"] + start.arguments,
      environment: start.environment
    )
    weir.send("hello" + Typed.enter)
    try await weir.waitUntil { $0.contains("an answer") && $0.contains("✓ stop") }
    #expect(EscapeSequences(weir.received).colors == start.colors)
  }
}
