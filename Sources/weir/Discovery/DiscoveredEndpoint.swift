import Broker
import Conversation

/// A server that was found running on this machine.
struct DiscoveredEndpoint: Sendable, Hashable {
  var endpoint: Endpoint
  /// What it says it offers, in its own order; may be empty.
  var models: [ModelInfo]
}
