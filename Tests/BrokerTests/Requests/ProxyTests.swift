import Broker
import Testing

@Suite struct ProxyTests {
  private static let environment = [
    "http_proxy": "http://p:1", "HTTP_PROXY": "http://evil:1", "HTTPS_PROXY": "http://p:2",
    "all_proxy": "http://p:3", "no_proxy": "example.com",
  ]

  @Test(
    "takes the proxy of the scheme, and none for loopback",
    arguments: [
      ("http://h", "http://p:1", "example.com"), ("https://h", "http://p:2", "example.com"),
      ("http://127.0.0.1:8080", "", ""), ("https://localhost", "", ""),
    ]
  )
  func chooses(url: String, address: String, exceptions: String) throws {
    let proxy = Proxy(for: try #require(EndpointURL(url)), environment: Self.environment)
    #expect(proxy.address == address)
    #expect(proxy.exceptions == exceptions)
  }

  @Test func isDirectWithoutVariables() throws {
    #expect(Proxy(for: try #require(EndpointURL("http://h")), environment: [:]).address == "")
  }

  @Test func neverTakesTheUpperCaseNameForHTTP() throws {
    let url = try #require(EndpointURL("http://h"))
    #expect(Proxy(for: url, environment: ["HTTP_PROXY": "http://evil:1"]).address == "")
  }

  @Test func fallsBackToTheProxyForEverything() throws {
    let url = try #require(EndpointURL("https://h"))
    #expect(Proxy(for: url, environment: ["ALL_PROXY": "socks5://p"]).address == "socks5://p")
  }
}
