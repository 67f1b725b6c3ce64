import Broker
import Testing

@Suite struct EndpointURLTests {
  @Test(
    "joins a resource below the base",
    arguments: [
      ("http://h:8080/v1", "http://h:8080/v1/models"),
      ("http://h/v1/", "http://h/v1/models"),
      ("http://h", "http://h/models"),
      ("HTTPS://h/a//", "https://h/a/models"),
      ("https://h/v1?api-version=1", "https://h/v1/models?api-version=1"),
      ("https://h?a=b/c", "https://h/models?a=b/c"),
      ("https://h/v1#part", "https://h/v1/models"),
      ("http://u:p@h/v1", "http://u:p@h/v1/models"),
      ("http://[::1]:8080", "http://[::1]:8080/models"),
    ]
  )
  func joins(base: String, joined: String) {
    #expect(EndpointURL(base)?.joined("models") == joined)
  }

  @Test func saysNeitherUserNorPasswordNorQuery() {
    #expect(
      EndpointURL("https://u:secret@h:1/v1?key=k")?.plain("models") == "https://h:1/v1/models"
    )
  }

  @Test(
    "tells loopback from everything else",
    arguments: [
      ("http://localhost:1", true), ("http://a.localhost", true), ("http://127.0.0.1", true),
      ("http://127.9.9.9", true), ("http://[::1]:80", true), ("http://127.example.com", false),
      ("http://10.0.0.1", false), ("http://localhost.example", false),
    ]
  )
  func tellsLoopback(url: String, isLoopback: Bool) {
    #expect(EndpointURL(url)?.isLoopback == isLoopback)
  }

  @Test(
    "compares scheme, host and port",
    arguments: [
      ("http://h/a", "http://H:80/b", true), ("https://h", "https://h:443/", true),
      ("http://h", "https://h", false), ("http://h", "http://h:81", false),
      ("http://h", "http://i", false),
    ]
  )
  func compares(one: String, other: String, isSame: Bool) throws {
    let url = try #require(EndpointURL(one))
    #expect(url.isSameOrigin(as: try #require(EndpointURL(other))) == isSame)
  }
}
