extension Usage {
  /// Without counts that no server gives.
  package var plausible: Usage {
    Usage(
      promptTokens: promptTokens?.plausibleCount,
      completionTokens: completionTokens?.plausibleCount,
      reasoningTokens: reasoningTokens?.plausibleCount,
      cachedTokens: cachedTokens?.plausibleCount
    )
  }
}

extension ServerTimings {
  /// Without figures that no server gives.
  package var plausible: ServerTimings {
    var timings = self
    timings.promptTokens = promptTokens?.plausibleCount
    timings.predictedTokens = predictedTokens?.plausibleCount
    timings.promptMilliseconds = promptMilliseconds?.plausibleFigure
    timings.promptTokensPerSecond = promptTokensPerSecond?.plausibleFigure
    timings.predictedMilliseconds = predictedMilliseconds?.plausibleFigure
    timings.predictedTokensPerSecond = predictedTokensPerSecond?.plausibleFigure
    return timings
  }
}

extension ConnectionTiming {
  /// With 0 for what no connection takes.
  package var plausible: ConnectionTiming {
    ConnectionTiming(
      isReused: isReused,
      nameLookup: nameLookup.plausibleFigure ?? 0,
      connect: connect.plausibleFigure ?? 0,
      tls: tls.plausibleFigure ?? 0,
      requestSent: requestSent.plausibleFigure ?? 0,
      firstByte: firstByte.plausibleFigure ?? 0
    )
  }
}

extension StoredMessage {
  /// With a reply whose lengths do not go beyond its texts, as all may take for granted that reckon with them.
  package var plausible: StoredMessage {
    guard var reply else { return self }
    var message = self
    reply.givenBytes = min(max(0, reply.givenBytes), content.utf8.count)
    var left: [Delta.Channel: Int] = [
      .content: content.utf8.count, .reasoning: reply.reasoning.utf8.count,
      .refusal: reply.refusal.utf8.count,
    ]
    let isWithin = reply.marks.allSatisfy { mark in
      guard let rest = left[mark.channel], (0...rest).contains(mark.lengthInBytes) else {
        return false
      }
      left[mark.channel] = rest - mark.lengthInBytes
      return true
    }
    if !isWithin { reply.marks = [] }
    message.reply = reply
    return message
  }
}

extension Int {
  /// `nil` for what nobody counts, so that sums of counts stay in range.
  package var plausibleCount: Int? { (0...1_000_000_000_000).contains(self) ? self : nil }
}

extension Double {
  fileprivate var plausibleFigure: Double? { (0...1e12).contains(self) ? self : nil }
}
