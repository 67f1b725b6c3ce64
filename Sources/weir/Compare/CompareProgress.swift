import Conversation
import Measuring

/// How far a comparison has come, on standard error.
struct CompareProgress {
  /// How many answers there will be; `nil` where nobody knows.
  let total: Int?
  private var line: ProgressLine
  private let begin: MonotonicTime
  /// How many answers had come when the last one did, and when that was.
  private var last: (answered: Int, time: MonotonicTime)

  /// Where prompts are typed on the terminal, nothing there is written over.
  init(total: Int?, isQuiet: Bool, besideTyping: Bool, now: MonotonicTime = .now()) {
    self.total = total
    line = ProgressLine(isQuiet: isQuiet, besideTyping: besideTyping, now: now)
    begin = now
    last = (0, now)
  }

  /// Says how far it is, where it is time for that.
  mutating func show(_ score: CompareScore, running: Int, now: MonotonicTime) {
    if score.answered != last.answered { last = (score.answered, now) }
    let progress = self
    line.show(at: now) { progress.words(score, running: running, now: now) }
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
    if let total, done < total, let left = secondsLeft(for: total - done, at: now) {
      words.append("about \(FigureText.seconds(left)) left")
    }
    return words.joined(separator: ", ")
  }

  /// By all answers up to the last one, and less by the time since: while a slow server is waited for, it does not rise.
  ///
  /// - Returns: `nil` before the first answer, and once the next one is later than that.
  private func secondsLeft(for count: Int, at now: MonotonicTime) -> Double? {
    guard last.answered > 0 else { return nil }
    let each = last.time.seconds(since: begin) / Double(last.answered)
    let left = each * Double(count) - now.seconds(since: last.time)
    return left > 0 ? left : nil
  }
}
