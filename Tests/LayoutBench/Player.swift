import Conversation
import Panes
import Typeset
import Workbench

/// The workbench without a terminal, for taking times.
struct Player {
  private(set) var state: WorkbenchState
  private var request: RequestID?
  private var now = MonotonicTime(nanoseconds: 1_000_000_000_000)
  private let highlighter = Highlighter()
  private var drawing = WorkbenchDrawing()

  init(turns: Int) {
    let endpoint = Endpoint(name: "local", url: "http://127.0.0.1:1/v1")
    state = WorkbenchState(
      WorkbenchState.Start(
        size: ScreenSize(rows: 40, columns: 120),
        now: now,
        presets: [Preset(name: "fast", endpoint: endpoint, model: "model")],
        theme: Theme(name: "plain", styles: [:])
      )
    )
    for turn in 0..<turns {
      say("question \(turn)")
      receive("Answer \(turn) with **some** words.\n\n- one\n- two\n\nAnd an end.")
      end()
    }
  }

  mutating func apply(_ action: Action) {
    for case .send(let id, _, _) in state.update(action, now: now) { request = id }
  }

  mutating func press(_ notation: String) {
    if let key = Key(notation: notation) { apply(.input(.key(key))) }
  }

  mutating func say(_ text: String) {
    for character in text { apply(.input(.key(Key(.character(character))))) }
    press("Enter")
  }

  mutating func receive(_ text: String) {
    guard let request else { return }
    let delta = Delta(channel: .content, text: text, time: now)
    apply(.stream([StreamEvent(request: request, time: now, kind: .delta(delta))]))
  }

  mutating func end() {
    guard let request else { return }
    let kind = StreamEvent.Kind.ended(.finished(reason: "stop"))
    apply(.stream([StreamEvent(request: request, time: now, kind: kind)]))
    // An Esc meant for the stream does nothing for a moment.
    now = now.adding(milliseconds: 1_000)
  }

  /// Does what the program does for one frame.
  mutating func paint() -> Frame {
    state.layOut()
    state.colourView(using: highlighter)
    return drawing.frame(of: state, after: state.takeScreenChange())
  }

  /// Does what the program does when it has nothing else to do.
  mutating func rest() {
    while case let work = state.colourWhenIdle(using: highlighter), work.isChanged || work.hasMore {
    }
  }
}
