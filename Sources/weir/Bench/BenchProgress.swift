import Conversation
import Measuring

/// How far a measurement has come, and when it will end.
struct BenchProgress {
  private var estimate: BenchEstimate
  private var line: ProgressLine

  init(_ estimate: BenchEstimate, isQuiet: Bool) {
    self.estimate = estimate
    line = ProgressLine(isQuiet: isQuiet)
  }

  /// That a request of a load has ended.
  mutating func note(_ load: BenchLoad, _ reply: RunningReply) {
    guard let reply = reply.message.reply else { return }
    let ended = reply.ended ?? reply.started
    estimate.note(load, seconds: ended.seconds(since: reply.started))
  }

  mutating func note(_ sentence: String) { line.note(sentence) }

  mutating func show(_ run: BenchLoadRun, at now: MonotonicTime) {
    let estimate = estimate
    line.show(at: now) {
      var words = [
        run.load.words, "\(estimate.ended) of \(estimate.total) requests",
        "\(run.running.count) under way",
      ]
      if run.tally.errors > 0 { words.append("\(run.tally.errors) failed") }
      if let left = estimate.secondsLeft {
        words.append("about \(FigureText.seconds(left)) left")
      }
      return words.joined(separator: ", ")
    }
  }

  func deadline(after now: MonotonicTime) -> MonotonicTime? { line.deadline(after: now) }

  mutating func clear() { line.clear() }
}
