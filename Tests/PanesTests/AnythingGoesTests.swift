import Conversation
import Panes
import Support
import Testing
import Workbench

/// Keys, text, events and sizes in any order: the workbench keeps its promises throughout.
@Suite struct AnythingGoesTests {
  @Test(
    "any sequence of keys and events leaves a sound state",
    arguments: Soak.seeds(40, whole: 2_000)
  )
  func anything(seed: UInt64) {
    var player = Player(seed: seed)
    for _ in 0..<250 {
      player.act()
      player.check()
    }
  }
}

/// Plays a seeded user and seeded servers against the harness.
private struct Player {
  private var harness = WorkbenchHarness(rows: 24, columns: 80)
  private var random: SeededGenerator
  private var open: Set<RequestID> = []
  private var seen = 0
  private var contents: [MessageID: String] = [:]
  private var conversation: ConversationID?

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  private static let keys = CommandTable.commands.flatMap { command in
    command.defaultKeys.map { command.context == .leader ? "^X \($0)" : $0 }
  }

  private static let words = [
    "```x\nlong code\n```", "[l](https://x.example) `c`", "| a | b |\n|---|---|\n| c | d |",
    "hi", "two words", "\u{6F22}\u{5B57}", "a\u{301}", "\u{1B}[2J", "/x", "//x", "/theme d", "@x",
  ]

  mutating func act() {
    switch Int.random(in: 0..<12, using: &random) {
    case 0..<5: if let key = Self.keys.randomElement(using: &random) { press(key) }
    case 5:
      let word = Self.words.randomElement(using: &random) ?? ""
      Bool.random(using: &random) ? harness.say(word) : harness.type(word)
    case 6: resize()
    case 7: Bool.random(using: &random) ? paste() : listFiles()
    case 8: point()
    case 9: harness.type("w")
    default: answer()
    }
    harness.wait(milliseconds: Double(Int.random(in: 0..<400, using: &random)))
    for request in harness.requests.dropFirst(seen) { open.insert(request.id) }
    seen = harness.requests.count
  }

  private mutating func press(_ key: String) {
    harness.press(key)
    answer(harness.listQuestions.last?.query)
  }

  /// Has an archive without conversations answer, now and then.
  private mutating func answer(_ query: QueryNumber?) {
    guard let query, Bool.random(using: &random) else { return }
    harness.apply(.history(.listed([], isLast: true, query: query)))
  }

  private mutating func resize() {
    let rows = Int.random(in: 1..<60, using: &random)
    let columns = Int.random(in: 1..<200, using: &random)
    harness.apply(.resized(ScreenSize(rows: rows, columns: columns)))
  }

  /// A press, a drag, a release or a turn of the wheel anywhere, off the screen too.
  private mutating func point() {
    let kinds: [MouseEvent.Kind] = [.press, .press, .drag, .drag, .release, .wheel(-3), .wheel(3)]
    for _ in 0..<3 {
      guard let kind = kinds.randomElement(using: &random) else { return }
      let row = Int.random(in: 0..<40, using: &random)
      let column = Int.random(in: 0..<130, using: &random)
      harness.apply(.input(.mouse(MouseEvent(kind: kind, row: row, column: column))))
    }
  }

  private mutating func paste() {
    let text = Self.words.randomElement(using: &random) ?? ""
    harness.apply(.input(.paste(text + "\n" + text)))
  }

  /// Answers a look for files, which may be one of long ago.
  private mutating func listFiles() {
    let queries = harness.effects.compactMap { effect -> FileQuery? in
      guard case .listFiles(let query) = effect else { return nil }
      return query
    }
    guard let query = queries.suffix(2).randomElement(using: &random) else { return }
    let names = ["x", "x y", "x\u{1B}[2J", "xa"].filter(query.wants)
    let entries = names.map { FileListing.Entry(name: $0, isDirectory: $0 == "xa") }
    harness.apply(.filesListed(FileListing(query: query, entries: entries)))
  }

  private mutating func answer() {
    guard let id = open.sorted().randomElement(using: &random) else { return }
    switch Int.random(in: 0..<8, using: &random) {
    case 0:
      harness.receive(.ended(.finished(reason: "stop")), for: id)
      open.remove(id)
    case 1:
      let error = ReplyError(kind: .api, source: "x", problem: "500")
      harness.receive(.ended(.failed(error)), for: id)
      open.remove(id)
    case 2: harness.receive(.delta(delta(.reasoning)), for: id)
    case 3: harness.receive(.keepAlive, for: id)
    case 4: harness.receive(.wire(piece()), for: id)
    default: harness.receive(.delta(delta(.content)), for: id)
    }
  }

  /// A piece of what went over the wire, which may end anywhere.
  private mutating func piece() -> WireLog {
    var log = WireLog(attempt: Int.random(in: 0..<20, using: &random) == 0 ? 2 : 1)
    let word = Self.words.randomElement(using: &random) ?? ""
    let frame = Array("data: {\"choices\":[{\"delta\":{\"content\":\"\(word)\"}}]}\n\n".utf8)
    log.body = Array(frame.prefix(Int.random(in: 0..<2 * frame.count, using: &random)))
    log.pieces = [Delta.Mark(time: harness.now, lengthInBytes: log.body.count)]
    return log
  }

  private mutating func delta(_ channel: Delta.Channel) -> Delta {
    let text = (Self.words.randomElement(using: &random) ?? "") + "\n"
    return Delta(channel: channel, text: text, time: harness.now)
  }

  /// What must hold after every action.
  mutating func check() {
    let frame = harness.frame()
    let state = harness.state
    #expect(frame.size == state.size)
    let whole = WorkbenchDrawing.frame(of: state)
    #expect(frame.text == whole.text)
    // As a whole they would fill pages.
    let isWhole = frame == whole
    #expect(isWhole)
    #expect(frame.cells.allSatisfy { $0.base == 0 || $0.base >= 0x20 })
    #expect(state.conversation.lanes.indices.contains(state.conversation.focused))
    let streaming = state.conversation.lanes.compactMap(\.request)
    #expect(Set(streaming).count == streaming.count)
    for lane in state.conversation.lanes {
      guard let tip = lane.tip else { continue }
      #expect(tip.rawValue < state.tree.count)
      #expect(state.tree.isReachable(tip))
      #expect(state.tree[tip].reply?.isStreaming ?? false == lane.isStreaming)
      #expect(state.tree.path(to: tip) == lane.text.path || !isInView(lane) || state.isInPast)
    }
    keepContents()
  }

  private func isInView(_ lane: Lane) -> Bool {
    harness.state.laneColumns.columns.contains {
      harness.state.conversation.lanes[$0.lane].id == lane.id
    }
  }

  /// Nothing that was said or received is ever lost or changed in a conversation.
  private mutating func keepContents() {
    let tree = harness.state.tree
    // Of another conversation nothing is known here.
    if harness.state.keeping.record.id != conversation { contents = [:] }
    conversation = harness.state.keeping.record.id
    for (id, text) in contents where id.rawValue < tree.count {
      #expect(tree[id].content.hasPrefix(text))
    }
    for index in 0..<tree.count {
      contents[MessageID(index)] = tree[MessageID(index)].content
    }
  }
}
