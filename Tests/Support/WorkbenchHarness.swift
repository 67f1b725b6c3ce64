import Conversation
import Panes
import Typeset
import Workbench

/// The workbench without a terminal, a network or a clock: keys and stream events in, screen text out.
package struct WorkbenchHarness {
  package private(set) var state: WorkbenchState
  /// Every effect asked for since the start, in order.
  package private(set) var effects: [Effect] = []
  /// The moment of the next action; only `wait` moves it.
  package private(set) var now: MonotonicTime
  private var drawing = WorkbenchDrawing()

  package init(
    rows: Int = 24,
    columns: Int = 80,
    presets: [Preset] = WorkbenchHarness.presets,
    open: [String] = [],
    configure: (inout WorkbenchState.Start) -> Void = { _ in }
  ) {
    now = MonotonicTime(nanoseconds: 1_000_000_000_000)
    var start = WorkbenchState.Start(
      size: ScreenSize(rows: rows, columns: columns),
      now: now,
      presets: presets,
      theme: Theme(name: "plain", styles: [:])
    )
    start.open = open
    configure(&start)
    state = WorkbenchState(start)
  }

  /// Three presets at two endpoints: `fast`, `32k` and `cloud`.
  package static var presets: [Preset] {
    let local = Endpoint(name: "hossenfelder", url: "http://hossenfelder:8080/v1")
    let remote = Endpoint(
      name: "openrouter",
      url: "https://openrouter.ai/api/v1",
      key: .environment("OPENROUTER_API_KEY")
    )
    return [
      Preset(name: "fast", endpoint: local, model: "qwen-coder-7b"),
      Preset(name: "32k", endpoint: local, model: "qwen-coder-7b-32k"),
      Preset(name: "cloud", endpoint: remote, model: "anthropic/claude-sonnet-4"),
    ]
  }

  package mutating func apply(_ action: Action) {
    effects += state.update(action, now: now)
  }

  /// Takes what the archive would be given now.
  package mutating func takeUnsaved(isLeaving: Bool = false) -> [ConversationChanges] {
    state.takeUnsaved(isLeaving: isLeaving)
  }

  /// Presses keys given by their notations, with spaces between them: `"^X n"`.
  package mutating func press(_ notations: String) {
    for notation in notations.split(separator: " ") {
      guard let key = Key(notation: String(notation)) else {
        preconditionFailure("no such key: \(notation)")
      }
      apply(.input(.key(key)))
    }
  }

  /// Types a text, one key a character.
  package mutating func type(_ text: String) {
    for character in text { apply(.input(.key(Key(.character(character))))) }
  }

  /// Types a message and sends it.
  package mutating func say(_ text: String) {
    type(text)
    press("Enter")
  }

  /// Looks at the recording of a message.
  package mutating func wantRecording(of id: MessageID) { effects += state.wantRecording(of: id) }

  package mutating func wait(milliseconds: Double) { now = now.adding(milliseconds: milliseconds) }

  /// Answers the latest request for files to be read.
  package mutating func read(_ readings: [AttachmentReading]) {
    for case .readAttachments(_, let number) in effects.reversed() {
      return apply(.attachmentsRead(readings, reading: number))
    }
  }

  /// Gives an event of a request to the workbench.
  package mutating func receive(_ kind: StreamEvent.Kind, for request: RequestID) {
    apply(.stream([StreamEvent(request: request, time: now, kind: kind)]))
  }

  /// Gives content to the newest request.
  package mutating func receive(_ text: String) {
    guard let request = requests.last?.id else { return }
    let lane = state.conversation.lanes.first { $0.request == request }
    let isSent = lane?.tip.map { state.tree[$0].reply?.sent != nil } ?? false
    if !isSent { receive(.phase(.sent), for: request) }
    receive(.delta(Delta(channel: .content, text: text, time: now)), for: request)
  }

  /// Ends the newest request.
  package mutating func end(_ ending: Ending = .finished(reason: "stop")) {
    guard let request = requests.last?.id else { return }
    receive(.ended(ending), for: request)
  }

  /// The questions for the list of conversations, in order.
  package var listQuestions: [(page: ConversationListPage, query: QueryNumber)] {
    effects.compactMap {
      guard case .history(.list(let page, let query)) = $0 else { return nil }
      return (page, query)
    }
  }

  /// Answers the newest question for the list of conversations.
  package mutating func list(_ rows: [ConversationSummary], isLast: Bool = true) {
    guard let query = listQuestions.last?.query else { return }
    apply(.history(.listed(rows, isLast: isLast, query: query)))
  }

  /// The searches through all conversations, in order.
  package var searches: [(text: String, query: QueryNumber)] {
    effects.compactMap {
      guard case .history(.search(let text, let query)) = $0 else { return nil }
      return (text, query)
    }
  }

  /// Gives hits to the newest search.
  package mutating func find(_ hits: [MessageHit], isLast: Bool = true) {
    guard let query = searches.last?.query else { return }
    apply(.history(.found(hits, isLast: isLast, query: query)))
  }

  /// One request that the workbench asked for.
  package struct Request: Equatable {
    package let id: RequestID
    package let preset: Preset
    package let messages: [ChatMessage]
  }

  /// The requests asked for since the start, in order.
  package var requests: [Request] {
    effects.compactMap {
      guard case .send(let id, let preset, let messages) = $0 else { return nil }
      return Request(id: id, preset: preset, messages: messages)
    }
  }

  /// Colours code as the program does when it has nothing else to do.
  ///
  /// - Returns: How many slices that took.
  package mutating func colour(using highlighter: Highlighter, atMost limit: Int) -> Int {
    for slice in 0..<limit {
      let (isChanged, hasMore) = state.colourWhenIdle(using: highlighter)
      if !isChanged, !hasMore { return slice }
    }
    return limit
  }

  /// Lays out and draws, as the program does.
  package mutating func frame() -> Frame {
    state.layOut()
    return drawing.frame(of: state, after: state.takeScreenChange())
  }

  /// The screen as text, a line a row, without spaces at the ends of lines.
  package mutating func screen() -> String { frame().text }
}
