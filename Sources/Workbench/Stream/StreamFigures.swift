import Conversation
import Measuring

/// The figures of one stream as they stand on screen; taken at most four times a second, so that the
/// figures cost few bytes and can be read.
package struct StreamFigures: Sendable, Equatable {
  /// Milliseconds from the request sent to the first delta.
  package var timeToFirstDelta: Double?
  package var deltaCount = 0
  package var deltasPerSecond: Double?
  /// From the server's token count where it gave one: tokens after the first per second after the first.
  package var tokensPerSecond: Double?
  package var gapP95Milliseconds: Double?
  package var stallCount = 0
  package var elapsedSeconds: Double?
  /// Seconds since the last byte, while nothing but silence or keep-alives came; `nil` below one second.
  package var waitingSeconds: Int?
  /// Whether the server has shown since the last text that it is alive.
  package var isKeptAlive = false
  /// The percentage of the prompt that the server has read, where it says so, before the first text.
  package var prefillPercent: Int?
  /// Seconds until the next attempt, while a retry is pending.
  package var retrySeconds: Int?
  package var rates: [Double] = []

  package init() {}
}
