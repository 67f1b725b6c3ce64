import Testing
import Workbench

@Suite struct LinkTargetTests {
  @Test(
    "names the host",
    arguments: [
      ("https://a.example", "a.example"), ("http://a.example:8080/b:c", "a.example"),
      ("HTTPS://A.example?b", "A.example"), ("https://a.example#b", "a.example"),
      ("https://[::1]:80/", "[::1]"), ("https://a.example/https://b.example/", "a.example"),
    ]
  )
  func host(url: String, host: String) {
    #expect(LinkTarget(url).host == host)
    #expect(LinkTarget(url).refusal == nil)
  }

  @Test(
    "says why it refuses",
    arguments: [
      ("mailto:a@b.example", "only http and https are opened"),
      (
        "https://good.example@evil.example/",
        "it has a name before the host (\"\u{2026}@\"), which can hide where it leads"
      ),
      (
        "https://good.example@\u{301}evil.example/",
        "it has a name before the host (\"\u{2026}@\"), which can hide where it leads"
      ), ("https://a.example\\b", "it has a backslash, which can hide where it leads"),
      (
        "https://a.example/" + String(repeating: "\u{E9}", count: 1_000),
        "it is longer than 2000 bytes, which can hide where it leads"
      ),
      ("https://:80/", "it names no host"), ("https://", "it names no host"),
    ]
  )
  func refuses(url: String, reason: String) {
    #expect(LinkTarget(url).refusal == reason)
    #expect(LinkTarget(url).host == nil)
  }
}
