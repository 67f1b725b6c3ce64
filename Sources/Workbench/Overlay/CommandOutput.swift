import Typeset

/// What a command printed that a text was sent into, and how it ended.
package struct CommandOutput: Sendable {
  /// How it ended.
  package enum Ending: Sendable, Hashable {
    case exited(status: Int32)
    case killed(signal: Int32)
    case stopped
    case ranTooLong(seconds: Int)
    /// It printed more than is kept, and was stopped.
    case printedTooMuch(bytes: Int)
    case notStarted(reason: String)
    /// It is no command's: a text that is to be read.
    case shown
  }

  package let command: String
  package private(set) var text = ""
  /// `nil` while it runs.
  package private(set) var ending: Ending?
  /// The text laid out for the screen.
  package private(set) var layout = TextLayout(widthInColumns: 80)
  /// The first line shown.
  package private(set) var top = 0

  init(of command: String) {
    self.command = command
  }

  /// A text that is no command's.
  init(reading text: String, title: String) {
    command = title
    finish(text, .shown)
  }

  mutating func finish(_ text: String, _ ending: Ending) {
    self.text = text
    self.ending = ending
    let shown = text.hasSuffix("\n") ? String(text.dropLast()) : text
    layout = TextLayout(shown, widthInColumns: layout.widthInColumns)
  }

  mutating func layOut(widthInColumns: Int) { layout.layOut(widthInColumns: widthInColumns) }

  mutating func scroll(to line: Int, height: Int) {
    top = min(max(0, line), max(0, layout.lineCount - height))
  }

  /// How it stands, for the title.
  package var summary: String {
    switch ending {
    case nil: "running"
    case .exited(status: 0): "done"
    case .exited(let status): "exit status \(status)"
    case .killed(let signal): "ended by signal \(signal)"
    case .stopped: "stopped"
    case .ranTooLong(let seconds): "stopped after \(seconds) s"
    case .printedTooMuch(let bytes): "stopped after \(ByteCount.text(bytes)) of output"
    case .notStarted(let reason): "not started: \(reason)"
    case .shown: ""
    }
  }

  package var title: String { ending == .shown ? command : "\(summary): \(command)" }

  package var isFailure: Bool { ![nil, .exited(status: 0), .shown].contains(ending) }
}
