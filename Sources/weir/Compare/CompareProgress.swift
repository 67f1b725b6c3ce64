import Conversation
import Measuring
import Typeset

/// How far a comparison has come, on standard error: one line that is written over on a terminal, else a line now and then.
struct CompareProgress {
  /// How many answers there will be; `nil` where nobody knows.
  let total: Int?
  let isQuiet: Bool
  /// Whether a line may be written over.
  private let isTerminal: Bool
  private var isLineShown = false
  private var shown = ""
  private var next: MonotonicTime
  private let begin: MonotonicTime

  /// Milliseconds between two lines.
  private var interval: Double { isTerminal ? 200 : 10_000 }

  /// Where prompts are typed on the terminal, nothing there is written over.
  init(total: Int?, isQuiet: Bool, besideTyping: Bool, now: MonotonicTime = .now()) {
    self.total = total
    self.isQuiet = isQuiet
    isTerminal = StandardError.isTerminal && !besideTyping
    begin = now
    next = now.adding(milliseconds: 200)
  }

  /// Says how far it is, where it is time for that.
  mutating func show(_ score: CompareScore, running: Int, now: MonotonicTime) {
    guard !isQuiet, now >= next else { return }
    next = now.adding(milliseconds: interval)
    let text = words(score, running: running, now: now)
    guard text != shown else { return }
    shown = text
    if isTerminal {
      StandardError.writeText("\r\u{1B}[K\(text)")
      isLineShown = true
    } else {
      StandardError.write("weir: \(text)")
    }
  }

  /// When it is to be said again.
  func deadline(after now: MonotonicTime) -> MonotonicTime? {
    isQuiet || !isTerminal ? nil : max(now.adding(milliseconds: 20), next)
  }

  /// That a server is asked again, and when.
  mutating func note(_ retry: Retry, at now: MonotonicTime) {
    guard !isQuiet else { return }
    let tenths = Int((max(0, retry.time.seconds(since: now)) * 10).rounded())
    note("\(retry.reason); again in \(tenths / 10).\(tenths % 10) s")
  }

  /// A line that stays; server texts may stand in it.
  mutating func note(_ text: String) {
    clear()
    StandardError.write("weir: " + Sanitizer.visible(text))
  }

  /// Takes the line away, so that something else may stand there.
  mutating func clear() {
    if isLineShown { StandardError.writeText("\r\u{1B}[K") }
    isLineShown = false
    shown = ""
  }

  private func words(_ score: CompareScore, running: Int, now: MonotonicTime) -> String {
    let done = score.answered + score.reused
    var words = ["\(done)\(total.map { " of \($0)" } ?? "") answers"]
    if score.reused > 0 { words.append("\(score.reused) of them kept") }
    if score.errors > 0 { words.append("\(score.errors) failed") }
    if running > 0 { words.append("\(running) under way") }
    let seconds = now.seconds(since: begin)
    if let total, score.answered > 0, done < total {
      let left = seconds / Double(score.answered) * Double(total - done)
      words.append("about \(FigureText.seconds(left)) left")
    }
    return words.joined(separator: ", ")
  }
}
