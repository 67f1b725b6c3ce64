import Broker
import Synchronization

extension LocalDiscovery {
  /// What was found; a class because the broker's queue writes it.
  private final class Answer: Sendable {
    let found = Mutex<[DiscoveredEndpoint]?>(nil)
  }

  /// Looks and waits for what answers, at most the limit; for commands, never for the screen.
  func run(over exchange: Exchange) -> [DiscoveredEndpoint] {
    let answer = Answer()
    let raise = exchange.raiseWake
    start(over: exchange.broker) { found in
      answer.found.withLock { $0 = found }
      raise()
    }
    while true {
      if let found = answer.found.withLock({ $0 }) { return found }
      if case .interrupted = exchange.wait() { return [] }
    }
  }
}
