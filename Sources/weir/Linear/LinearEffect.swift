import Broker
import Conversation

/// What linear mode asks the outside world for.
enum LinearEffect: Sendable {
  /// A line of weir's own, which begins at the start of a line.
  case say(String)
  /// A piece of an answer, as it came.
  case write(String)
  case send(ChatRequest)
  case cancel(RequestID)
  case quit
}
