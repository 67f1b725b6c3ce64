import Conversation
import Measuring

/// How far a comparison has come, on standard error.
struct CompareProgress {
  /// How many answers there will be; `nil` where nobody knows.
  let total: Int?
  private var line: ProgressLine
  private var estimate: CompareEstimate

  /// Where prompts are typed on the terminal, nothing there is written over.
  init(total: Int?, isQuiet: Bool, besideTyping: Bool, now: MonotonicTime = .now()) {
    self.total = total
    line = ProgressLine(isQuiet: isQuiet, besideTyping: besideTyping, now: now)
    estimate = CompareEstimate(begin: now)
  }

  /// Says how far it is, where it is time for that.
  mutating func show(_ score: CompareScore, running: Int, now: MonotonicTime) {
    estimate.note(answered: score.answered, at: now)
    let progress = self
    line.show(at: now) { progress.words(score, running: running, now: now) }
  }

  /// How many answers were there before, once all are.
  mutating func noteReused(_ score: CompareScore) {
    guard score.reused > 0, !line.isQuiet else { return }
    let verb = score.reused == 1 ? "was" : "were"
    note("\(score.reused)\(total.map { " of \($0)" } ?? "") answers \(verb) there already")
  }

  /// When it is to be said again.
  func deadline(after now: MonotonicTime) -> MonotonicTime? { line.deadline(after: now) }

  /// That a server is asked again, and when.
  mutating func note(_ retry: Retry, at now: MonotonicTime) {
    guard !line.isQuiet else { return }
    let tenths = Int((max(0, retry.time.seconds(since: now)) * 10).rounded())
    note("\(retry.reason); again in \(tenths / 10).\(tenths % 10) s")
  }

  /// A line that stays; server texts may stand in it.
  mutating func note(_ text: String) { line.note(text) }

  /// Takes the line away, so that something else may stand there.
  mutating func clear() { line.clear() }

  private func words(_ score: CompareScore, running: Int, now: MonotonicTime) -> String {
    let done = score.answered + score.reused
    var words = ["\(done)\(total.map { " of \($0)" } ?? "") answers"]
    if score.reused > 0 { words.append("\(score.reused) of them kept") }
    if score.errors > 0 { words.append("\(score.errors) failed") }
    if running > 0 { words.append("\(running) under way") }
    if let total, done < total, let left = estimate.secondsLeft(for: total - done, at: now) {
      words.append("about \(FigureText.seconds(left)) left")
    }
    return words.joined(separator: ", ")
  }
}
