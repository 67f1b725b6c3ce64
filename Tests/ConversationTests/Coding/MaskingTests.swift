import Conversation
import Testing

@Suite struct MaskingTests {
  private let masking = Masking()

  @Test(arguments: [
    "key", "api_key", "apiKey", "API-KEY", "x-api-key", "token", "access_token", "authToken",
    "secret",
    "client_secret", "Authorization", "password", "Cookie", "Set-Cookie", "credentials",
    "accesskey", "headers", "proxyauth",
  ])
  func hides(_ name: String) {
    #expect(masking.masked(["a": ["b": ["\(name)": "x"]]]) == ["a": ["b": ["\(name)": "•••"]]])
  }

  @Test(arguments: [
    "max_tokens", "max_completion_tokens", "tokenizer", "keep_alive", "effort",
  ])
  func shows(_ name: String) {
    #expect(masking.masked(["\(name)": 5]) == ["\(name)": 5])
  }

  @Test func hidesValuesThatLookLikeKeys() {
    #expect(
      masking.masked(["a": ["sk-or-v1-123", "plain"], "b": "Bearer x"])
        == ["a": ["•••", "plain"], "b": "•••"]
    )
  }

  @Test func sharesNothingSecret() {
    let extra: JSONValue = [
      "top": 1, "api_key": "x", "list": ["sk-or-v1-123", "plain"],
      "in": ["token": 1, "a": "Bearer x"],
    ]
    #expect(masking.shared(extra) == ["top": 1, "list": ["plain"], "in": [:]])
  }

  @Test(arguments: [
    ("http://a/v1", "http://a/v1"), ("http://a/?", "http://a/?"),
    ("http://a?x=1", "http://a?x=•••"),
    ("http://me:word@a/v1", "http://•••@a/v1"),
    ("http://a/v1?api-version=2&key=x", "http://a/v1?api-version=2&key=•••"),
    ("http://a?sig=x&a", "http://a?sig=•••&•••"),
  ])
  func hidesSecretsOfAQuery(_ url: String, _ shown: String) {
    #expect(masking.masked(url: url) == shown)
  }

  @Test(arguments: [
    ("pass", "pass"), ("pass show a", "pass •••"), ("K=x cmd", "•••"),
  ])
  func showsTheProgramOfACommandOnly(_ command: String, _ shown: String) {
    #expect(masking.masked(command: command) == shown)
  }
}
