import Testing

@testable import Terminal

@Suite struct LinkAddressTests {
  private static func encoded(_ url: String) -> String? {
    LinkAddress.encoded(url).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    "takes what weir may open",
    arguments: [
      ("https://a.b/c?d=e;f#g", "https://a.b/c?d=e;f#g"), ("HTTP://a", "HTTP://a"),
      ("mailto:a@b", "mailto:a@b"), ("https://ä", "https://%C3%A4"),
      ("http://a b\u{1B}\\\u{7}\n\u{7F}", "http://a%20b%1B\\%07%0A%7F"),
    ]
  )
  func takes(url: String, expected: String) { #expect(Self.encoded(url) == expected) }

  @Test(
    "refuses the rest",
    arguments: [
      "", "https://", "mailto:", "javascript:alert(1)", "file:///etc/passwd", "ftp://a",
      " http://a",
      "httpx://a", "//a", "data:text/html,a",
    ]
  )
  func refuses(url: String) { #expect(Self.encoded(url) == nil) }

  @Test func takesTwoThousandBytesAsTheyAreSent() {
    let head = "http://"
    let longest = head + String(repeating: "a", count: 2_000 - head.utf8.count)
    #expect(Self.encoded(longest) == longest)
    #expect(Self.encoded(longest + "a") == nil)
    #expect(Self.encoded(head + String(repeating: "é", count: 400)) == nil)
  }
}
