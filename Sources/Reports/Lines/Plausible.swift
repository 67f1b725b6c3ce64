import Conversation

extension Usage {
  /// Without counts that no server gives.
  var plausible: Usage {
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
  var plausible: ServerTimings {
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
  var plausible: ConnectionTiming {
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
  var plausible: StoredMessage {
    guard var reply else { return self }
    var message = self
    reply.givenBytes = min(reply.givenBytes, content.utf8.count)
    var left: [Delta.Channel: Int] = [
      .content: content.utf8.count, .reasoning: reply.reasoning.utf8.count,
      .refusal: reply.refusal.utf8.count,
    ]
    for mark in reply.marks { left[mark.channel, default: 0] -= mark.lengthInBytes }
    if left.values.contains(where: { $0 < 0 }) { reply.marks = [] }
    message.reply = reply
    return message
  }
}

extension Int {
  fileprivate var plausibleCount: Int? { (0...1_000_000_000_000).contains(self) ? self : nil }
}

extension Double {
  fileprivate var plausibleFigure: Double? { (0...1e12).contains(self) ? self : nil }
}
