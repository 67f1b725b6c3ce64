import Conversation
import Panes
import Typeset
import Workbench

/// The workbench without a terminal, for taking times.
struct Player {
  private(set) var state: WorkbenchState
  /// Of every message sent, in order; of lanes, one each.
  private(set) var requests: [RequestID] = []
  private var request: RequestID? { requests.last }
  private var now = MonotonicTime(nanoseconds: 1_000_000_000_000)
  private let highlighter = Highlighter()
  private var drawing = WorkbenchDrawing()

  init(turns: Int, lanes: Int = 1, size: ScreenSize = ScreenSize(rows: 40, columns: 120)) {
    let endpoint = Endpoint(name: "local", url: "http://127.0.0.1:1/v1")
    var start = WorkbenchState.Start(
      size: size,
      now: now,
      presets: (1...lanes).map { Preset(name: "p\($0)", endpoint: endpoint, model: "model") },
      theme: Theme(name: "plain", styles: [:])
    )
    start.open = start.presets.map(\.name)
    state = WorkbenchState(start)
    for turn in 0..<turns {
      say("question \(turn)")
      receive("Answer \(turn) with **some** words.\n\n- one\n- two\n\nAnd an end.")
      end()
    }
  }

  mutating func apply(_ action: Action) {
    for case .send(let id, _, _) in state.update(action, now: now) { requests.append(id) }
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

  /// The moment of the next action.
  var time: MonotonicTime { now }

  mutating func wait(milliseconds: Double) { now = now.adding(milliseconds: milliseconds) }

  /// Gives each request the deltas of so many milliseconds, one a millisecond, as one event each.
  mutating func receive(_ words: ArraySlice<String>, for requests: [RequestID]) {
    let marks = words.enumerated().map { index, word in
      Delta.Mark(
        time: now.adding(milliseconds: Double(index)),
        lengthInBytes: word.utf8.count
      )
    }
    wait(milliseconds: Double(words.count))
    let delta = Delta(channel: .content, text: words.joined(), marks: marks)
    apply(
      .stream(requests.map { StreamEvent(request: $0, time: now, kind: .delta(delta)) })
    )
  }

  mutating func end() {
    for request in requests {
      let kind = StreamEvent.Kind.ended(.finished(reason: "stop"))
      apply(.stream([StreamEvent(request: request, time: now, kind: kind)]))
    }
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
