import Testing

@testable import Terminal

@Suite struct Base64Tests {
  // RFC 4648, section 10.
  @Test(
    "encodes",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("漢", "5ryi"),
    ]
  )
  func encodes(text: String, expected: String) {
    #expect(Base64.encoded(text) == expected)
  }
}
