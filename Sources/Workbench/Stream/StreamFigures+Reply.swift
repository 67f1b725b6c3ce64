import Conversation
import Measuring

extension StreamFigures {
  /// The figures of a reply at a moment, which counts as its end while it streams.
  init(reply: Reply, meter: StreamMeter, now: MonotonicTime) {
    let timing = ReplyTiming(of: reply, now: now)
    timeToFirstDelta = timing.timeToFirstDelta.map { $0 * 1_000 }
    elapsedSeconds = timing.elapsed
    deltaCount = meter.deltaCount
    deltasPerSecond =
      reply.isStreaming ? meter.deltasPerSecond(at: now) : meter.meanDeltasPerSecond
    tokensPerSecond = timing.tokensPerSecond
    gapP95Milliseconds = meter.gapMilliseconds(percentile: 0.95)
    stallCount = meter.stallCount
    rates = meter.series(at: reply.ended ?? now)
    guard reply.isStreaming else { return }
    let lastText = reply.marks.last?.time ?? reply.sent ?? reply.started
    let silence = now.seconds(since: lastText)
    waitingSeconds = silence >= 1 ? Int(silence) : nil
    isKeptAlive = reply.lastKeepAlive.map { $0 > lastText } ?? false
    if reply.firstDelta == nil, let prefill = reply.prefill, prefill.total > 0 {
      prefillPercent = min(100, prefill.processed * 100 / prefill.total)
    }
    retrySeconds = reply.retry.map { max(0, Int($0.time.seconds(since: now).rounded(.up))) }
  }
}
