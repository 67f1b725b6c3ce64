import Conversation
import Testing

@Suite struct JSONPrintingTests {
  @Test(
    "escapes what would change how the rest is shown",
    arguments: [
      ("plain é 漢 \u{1F642}", "\"plain é 漢 \u{1F642}\""), ("a\u{202E}b", "\"a\\u202eb\""),
      ("\u{7F}\u{9B}", "\"\\u007f\\u009b\""),
      ("\u{2067}x\u{2069}\u{61C}", "\"\\u2067x\\u2069\\u061c\""),
      ("a\u{200D}b", "\"a\u{200D}b\""),
    ]
  )
  func escapes(text: String, printed: String) {
    #expect(JSONValue.string(text).printableText == printed)
  }
}
