import Conversation

/// A figure of ours beside what the server says of the same.
package struct ServerComparison: Sendable, Hashable {
  /// What the figure counts.
  package enum Unit: Sendable, Hashable {
    case count
    case milliseconds
    case perSecond
  }

  package let name: String
  package let unit: Unit
  /// As measured here; of tokens, those that came with log-probs, else deltas.
  package var ours: Double?
  /// By the response's `usage`.
  package var usage: Double?
  /// By llama.cpp's `timings`.
  package var timings: Double?

  /// Whether a server's figure is more than 5 % off ours.
  package func differs(_ theirs: Double?) -> Bool {
    guard let ours, let theirs, ours.isFinite, theirs.isFinite else { return false }
    return abs(ours - theirs) > 0.05 * max(abs(ours), abs(theirs))
  }

  package var hasServerFigure: Bool { usage != nil || timings != nil }

  /// What is known of a reply from both sides.
  package static func all(of reply: Reply, _ arrivals: ArrivalFigures) -> [ServerComparison] {
    let (meter, server) = (arrivals.meter, reply.serverTimings)
    var prompt = ServerComparison(name: "prompt, tokens", unit: .count)
    prompt.usage = reply.usage?.promptTokens.map(Double.init)
    prompt.timings = server?.promptTokens.map(Double.init)
    var promptTime = ServerComparison(name: "prompt, TTFT", unit: .milliseconds)
    if let first = reply.firstDelta, let sent = reply.sent {
      promptTime.ours = max(0, first.milliseconds(since: sent))
    }
    promptTime.timings = server?.promptMilliseconds
    let counted = reply.logProbs.isEmpty
    var tokens = ServerComparison(
      name: counted ? "answer, deltas/tokens" : "answer, tokens",
      unit: .count
    )
    tokens.ours = Double(counted ? arrivals.count : reply.logProbs.count)
    tokens.usage = reply.usage?.completionTokens.map(Double.init)
    tokens.timings = server?.predictedTokens.map(Double.init)
    var time = ServerComparison(name: "answer, time", unit: .milliseconds)
    if let first = meter.first, let last = meter.last {
      time.ours = last.milliseconds(since: first)
    }
    time.timings = server?.predictedMilliseconds
    var rate = ServerComparison(name: "answer, tokens/s", unit: .perSecond)
    let count = reply.usage?.completionTokens ?? server?.predictedTokens
    rate.ours = count.flatMap(meter.decodeRate)
    rate.timings = server?.predictedTokensPerSecond
    return [prompt, promptTime, tokens, time, rate]
  }
}
