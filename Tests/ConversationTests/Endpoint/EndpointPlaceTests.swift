import Conversation
import Testing

@Suite struct EndpointPlaceTests {
  @Test(
    "knows this machine by its names",
    arguments: [
      "http://127.0.0.1:8080/v1", "http://localhost/v1", "https://[::1]:1/v1", "http://127.1",
    ]
  )
  func isHere(url: String) {
    #expect(Endpoint(name: "e", url: url).isOnThisMachine)
  }

  @Test(
    "and no other",
    arguments: [
      "http://127.evil.example/v1", "https://openrouter.ai", "localhost", "http://10.0.0.1",
    ]
  )
  func isElsewhere(url: String) {
    #expect(!Endpoint(name: "e", url: url).isOnThisMachine)
  }
}
