import Broker
import Conversation
import Support
import Testing

@testable import weir

@Suite(.timeLimit(.minutes(1))) struct LocalDiscoveryTests {
  private func find(_ places: [LocalDiscovery.Place], limit: Int) async -> [DiscoveredEndpoint] {
    let broker = ChatBroker(environment: [:], buffer: RenderBuffer {})
    let found = await withCheckedContinuation { continuation in
      LocalDiscovery(places: places, limitMilliseconds: limit).start(over: broker) {
        continuation.resume(returning: $0)
      }
    }
    broker.shutdown()
    return found
  }

  private func place(_ server: LoopbackServer, _ name: String) -> LocalDiscovery.Place {
    LocalDiscovery.Place(port: UInt16(server.port), name: name)
  }

  @Test func findsWhatListsModels() async {
    let models = LoopbackAnswer.http10(body: #"{"data":[{"id":"m"}]}"#)
    let (first, other, last) = (
      LoopbackServer(answer: models),
      LoopbackServer(answer: LoopbackAnswer.http10("404 Not Found", body: "")),
      LoopbackServer(answer: models)
    )
    let gone = LoopbackServer(answer: "")
    gone.close()
    gone.waitUntilClosed()
    let found = await find(
      [place(first, "a"), place(other, "b"), place(gone, "c"), place(last, "d")],
      limit: 30_000
    )
    #expect(
      found == [
        DiscoveredEndpoint(
          endpoint: Endpoint(name: "a", url: first.url),
          models: [ModelInfo(id: "m")]
        ),
        DiscoveredEndpoint(
          endpoint: Endpoint(name: "d", url: last.url),
          models: [ModelInfo(id: "m")]
        ),
      ]
    )
    #expect(first.requests.first?.hasPrefix("GET /v1/models HTTP/1.1\r\n") == true)
  }

  @Test func doesNotWaitForTheMute() async {
    let mute = LoopbackServer([.request, .untilClosed])
    #expect(await find([place(mute, "a")], limit: 50) == [])
  }

  @Test func findsNothingNowhere() async {
    #expect(await find([], limit: 50) == [])
  }
}
