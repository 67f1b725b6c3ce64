import Conversation
import Typeset

/// A line on standard error that says how far something is: written over on a terminal, else one now and then.
struct ProgressLine {
  let isQuiet: Bool
  /// Whether a line may be written over.
  private let isTerminal: Bool
  private var isLineShown = false
  private var shown = ""
  private var next: MonotonicTime

  /// Milliseconds between two lines.
  private var interval: Double { isTerminal ? 200 : 10_000 }

  /// Where something is typed on the terminal, nothing there is written over.
  init(isQuiet: Bool, besideTyping: Bool = false, now: MonotonicTime = .now()) {
    self.isQuiet = isQuiet
    isTerminal = StandardError.isTerminal && !besideTyping
    next = now.adding(milliseconds: 200)
  }

  /// Says how far it is, where it is time for that.
  mutating func show(at now: MonotonicTime, _ words: () -> String) {
    guard !isQuiet, now >= next else { return }
    next = now.adding(milliseconds: interval)
    let text = words()
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
}
