/// How a reply ended; the text that had arrived is kept in every case.
package enum Ending: Sendable, Hashable {
  /// The server said so: its `finish_reason` (`stop`, `length`, …), or `nil` where only `[DONE]` came.
  case finished(reason: String?)
  /// The stream ended cleanly with neither `finish_reason` nor `[DONE]`.
  case incomplete
  case cancelled
  /// The program that received it ended before the reply did.
  case interrupted
  case failed(ReplyError)
}
