import Testing

@testable import Typeset

@Suite struct SanitizerTests {
  @Test(
    "shows what must not be sent and keeps the rest",
    arguments: [
      ("plain text\n", "plain text\n"), ("a\tb", "a\tb"), ("a\r\nb", "a\nb"), ("a\rb\r", "a␍b␍"),
      ("\u{1B}]0;x\u{7}", "␛]0;x␇"),
      ("👨‍👩‍👧 é 漢", "👨‍👩‍👧 é 漢"), ("\u{202E}", "<U+202E>"), ("\u{9C}", "<U+009C>"),
      ("a\u{E0041}\u{E0042}", "a<U+E0041><U+E0042>"),
      ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"), ("\u{FEFF}", "<U+FEFF>"),
    ]
  )
  func shows(text: String, visible: String) {
    #expect(Array(Sanitizer.visible(text).unicodeScalars) == Array(visible.unicodeScalars))
  }
}
