import Conversation

/// What a measurement takes of one request; times are in milliseconds, and time zero is when the request was sent.
package struct RequestFigures: Sendable, Hashable {
  package enum Outcome: Sendable, Hashable {
    case whole
    /// It came without its end.
    case incomplete
    case failed(ReplyError)
    /// It was sent more than once: its times say something of the server and something of what was refused before.
    case repeated
  }

  /// Who counted the tokens.
  package enum Counting: String, Sendable, Hashable {
    case server
    /// Each delta counts as one, since the server did not say.
    case deltas
  }

  package let outcome: Outcome
  /// When it was sent, and when it ended; `nil` where it never was.
  package let sent: MonotonicTime?
  package let ended: MonotonicTime
  package let ttft: Double?
  /// To the end of the stream.
  package let endToEnd: Double?
  /// Between each two deltas; 0 for those that were read at once.
  package let gaps: [Double]
  /// From the first delta to the last.
  package let decoding: Double?
  package let tokens: Int
  package let counting: Counting
  package let promptTokens: Int?
  package let cachedTokens: Int?

  /// `timesSent` is how often the request went out, which ``Reply/sent`` does not tell.
  package init(of reply: Reply, timesSent: Int) {
    sent = reply.sent
    ended = reply.ended ?? reply.started
    let times = reply.marks.map(\.time)
    gaps = zip(times, times.dropFirst()).map { max(0, $1.milliseconds(since: $0)) }
    counting = reply.usage?.completionTokens == nil ? .deltas : .server
    tokens = max(0, reply.usage?.completionTokens ?? times.count)
    promptTokens = reply.usage?.promptTokens
    cachedTokens = reply.usage?.cachedTokens
    let ended = ended
    ttft = reply.sent.flatMap { sent in
      reply.firstDelta.map { max(0, $0.milliseconds(since: sent)) }
    }
    endToEnd = reply.sent.map { max(0, ended.milliseconds(since: $0)) }
    decoding = times.first.flatMap { first in
      times.last.map { max(0, $0.milliseconds(since: first)) }
    }
    outcome = Self.outcome(of: reply, timesSent: timesSent)
  }

  private static func outcome(of reply: Reply, timesSent: Int) -> Outcome {
    switch reply.ending {
    case .failed(let error): .failed(error)
    case .finished: timesSent > 1 ? .repeated : .whole
    case .incomplete, .cancelled, .interrupted, nil: .incomplete
    }
  }

  /// TPOT: from the first delta to the last, for each token after the first; `nil` below two tokens, and where all came at once.
  package var timePerToken: Double? {
    guard let decoding, decoding > 0, tokens > 1 else { return nil }
    return decoding / Double(tokens - 1)
  }

  /// Tokens after the first a second; the inverse of ``timePerToken``, where the time is long enough for a rate.
  package var tokensPerSecond: Double? {
    decoding.flatMap { StreamRate.perSecond(tokens - 1, over: $0 / 1_000) }
  }

  package var meanGap: Double? {
    gaps.isEmpty ? nil : gaps.reduce(0, +) / Double(gaps.count)
  }
}
