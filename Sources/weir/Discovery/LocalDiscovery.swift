import Broker
import Conversation
import Synchronization

/// Looks for servers on this machine, all ports at once.
///
/// Only loopback is asked, and only for its list of models.
struct LocalDiscovery: Sendable {
  /// Where a server is looked for, and how it is called when it answers.
  struct Place: Sendable, Hashable {
    var port: UInt16
    var name: String

    /// The ports that llama.cpp, vLLM, Ollama and LM Studio listen on when nobody says otherwise; on
    /// the first two many other things do, so that these bear no product's name.
    static var usual: [Place] {
      [
        Place(port: 8_080, name: "local-8080"), Place(port: 8_000, name: "local-8000"),
        Place(port: 11_434, name: "ollama"), Place(port: 1_234, name: "lm-studio"),
      ]
    }
  }

  /// What has come so far; a class because answers arrive on the broker's queue.
  private final class Findings: Sendable {
    let byPlace = Mutex<[Int: DiscoveredEndpoint?]>([:])
  }

  private let places: [Place]
  private let limitMilliseconds: Int

  init(places: [Place] = Place.usual, limitMilliseconds: Int = 300) {
    self.places = places
    self.limitMilliseconds = limitMilliseconds
  }

  /// Returns at once; `completion` is called once, on the broker's queue, with what answered within the
  /// limit, in the order of the places.
  func start(
    over broker: ChatBroker,
    completion: @escaping @Sendable ([DiscoveredEndpoint]) -> Void
  ) {
    guard !places.isEmpty else { return completion([]) }
    let findings = Findings()
    for (index, place) in places.enumerated() {
      let endpoint = Endpoint(name: place.name, url: "http://127.0.0.1:\(place.port)/v1")
      broker.models(of: endpoint, timeoutMilliseconds: limitMilliseconds) { [places] result in
        let found = (try? result.get()).map { DiscoveredEndpoint(endpoint: endpoint, models: $0) }
        let all = findings.byPlace.withLock { byPlace in
          byPlace[index] = .some(found)
          return byPlace.count == places.count ? byPlace : nil
        }
        guard let all else { return }
        completion(places.indices.compactMap { all[$0] ?? nil })
      }
    }
  }
}
