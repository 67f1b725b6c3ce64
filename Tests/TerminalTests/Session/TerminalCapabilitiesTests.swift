import Testing

@testable import Terminal

@Suite struct TerminalCapabilitiesTests {
  @Test(
    "takes synchronised output for known only when the mode can be changed",
    arguments: zip(0...4, [false, true, true, false, false])
  )
  func learnsSynchronizedOutput(setting: Int, expected: Bool) {
    var capabilities = TerminalCapabilities(colors: .truecolor, isUnicode: true)
    capabilities.learn(.mode(number: 2026, setting: setting))
    #expect(capabilities.hasSynchronizedOutput == expected)
  }

  @Test func tellsDarkFromLight() {
    var capabilities = TerminalCapabilities(colors: .truecolor, isUnicode: true)
    #expect(capabilities.background == nil)
    capabilities.learn(.background(red: 30, green: 30, blue: 46))
    #expect(capabilities.background == .dark)
    capabilities.learn(.background(red: 250, green: 244, blue: 237))
    #expect(capabilities.background == .light)
  }

  @Test func learnsOfKittysKeyboard() {
    var capabilities = TerminalCapabilities(colors: .truecolor, isUnicode: true)
    capabilities.learn(.keyboardFlags(0))
    #expect(!capabilities.hasKittyKeyboard)
    capabilities.learn(.keyboardFlags(1))
    #expect(capabilities.hasKittyKeyboard)
  }
}
