import Conversation

/// Whether a lane's model was asked something just before, where that is wanted.
package enum LaneWarmth: Sendable, Hashable {
  case cold
  /// The request that does it.
  case warming(RequestID)
  case warm
}
