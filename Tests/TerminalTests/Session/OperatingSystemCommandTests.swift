import Testing

@testable import Terminal

@Suite struct OperatingSystemCommandTests {
  private let command = OperatingSystemCommand(isUnicode: true)

  @Test(
    "lets no text give an order",
    arguments: [
      ("weir: fast \u{25CF} streaming", "weir: fast \u{25CF} streaming"),
      ("a\u{1B}\\\u{1B}]52;c;eA==\u{7}b", "a␛\\␛]52;c;eA==␇b"), ("a\u{9C}b", "a<U+009C>b"),
      ("a\nb\tc\rd", "a b c␍d"), ("a\u{202E}b", "a<U+202E>b"),
    ]
  )
  func isHarmless(text: String, shown: String) {
    #expect(command.title(text) == "\u{1B}]2;\(shown)\u{1B}\\")
    #expect(command.notification(text, isInTmux: false) == "\u{1B}]9;\(shown)\u{7}")
  }

  @Test func isShort() {
    let text = "e" + String(repeating: "\u{301}", count: 100_000)
    #expect(command.title(text).utf8.count < 400)
  }

  @Test func goesThroughTmuxInAnEnvelope() {
    #expect(
      command.notification("done", isInTmux: true) == "\u{1B}Ptmux;\u{1B}\u{1B}]9;done\u{7}\u{1B}\\"
    )
  }

  @Test func isASCIIWhereTheTerminalIsNotUTF8() {
    let command = OperatingSystemCommand(isUnicode: false)
    #expect(command.title("fast \u{25CF} é") == "\u{1B}]2;fast * ?\u{1B}\\")
  }
}
