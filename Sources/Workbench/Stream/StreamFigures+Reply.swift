import Conversation
import Measuring

extension StreamFigures {
  /// The figures of a reply that is a beginning of itself, without what takes a look at all gaps.
  ///
  /// - Parameters:
  ///   - reply: The beginning.
  ///   - activity: Of the whole reply.
  ///   - deltasPerSecond: From the first delta to the last one that had come.
  ///   - moment: When the reply had come so far.
  init(
    past reply: Reply,
    _ activity: ReplyActivity,
    deltasPerSecond: Double?,
    at moment: MonotonicTime
  ) {
    let timing = ReplyTiming(of: reply, now: moment)
    timeToFirstDelta = timing.timeToFirstDelta.map { $0 * 1_000 }
    elapsedSeconds = timing.elapsed
    deltaCount = reply.marks.count
    self.deltasPerSecond = deltasPerSecond
    let passed = moment.counted(from: reply.started).nanoseconds
    stallCount = activity.stalls.count { $0.upperBound <= passed }
    rates = StreamMeter.series(of: reply.marks, at: moment)
  }

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
