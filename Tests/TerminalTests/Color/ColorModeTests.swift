import Testing

@testable import Terminal

@Suite struct ColorModeTests {
  @Test(
    "asks for as many colours as the user and the environment say",
    arguments: [
      (.auto, TerminalEnvironment(term: "xterm-256color"), nil),
      (.auto, TerminalEnvironment(term: "xterm-256color", colorTerm: "truecolor"), .truecolor),
      (.auto, TerminalEnvironment(term: "xterm-kitty"), .truecolor),
      (.auto, TerminalEnvironment(term: "foot-extra"), .truecolor),
      (.auto, TerminalEnvironment(term: "footless"), nil),
      (.auto, TerminalEnvironment(term: "foot", hasNoColor: true), ColorAbility.none),
      (.palette256, TerminalEnvironment(term: "foot", hasNoColor: true), .palette256),
      (.palette16, TerminalEnvironment(term: "foot"), .palette16),
      (.truecolor, TerminalEnvironment(term: "linux"), .truecolor),
      (.none, TerminalEnvironment(term: "foot"), ColorAbility.none),
    ] as [(ColorMode, TerminalEnvironment, ColorAbility?)]
  )
  func asks(mode: ColorMode, environment: TerminalEnvironment, ability: ColorAbility?) {
    #expect(mode.ability(environment: environment) == ability)
  }
}
