/// How fast a kept answer came.
package struct ReplySpeed: Sendable, Hashable {
  /// When it was asked for.
  package let asked: WallTime
  /// From the request sent to the first delta; `nil` where nothing came, or that is not known.
  package let ttftMilliseconds: Double?
  /// Tokens after the first, by the server's count, over the time from the first delta to the last; `nil` without a count.
  package let tokensPerSecond: Double?

  /// From the first delta to the last; `nil` where that is not known.
  package let decodingSeconds: Double?

  package init(
    asked: WallTime,
    ttftMilliseconds: Double?,
    tokensPerSecond: Double?,
    decodingSeconds: Double? = nil
  ) {
    self.decodingSeconds = decodingSeconds
    self.asked = asked
    self.ttftMilliseconds = ttftMilliseconds
    self.tokensPerSecond = tokensPerSecond
  }
}
