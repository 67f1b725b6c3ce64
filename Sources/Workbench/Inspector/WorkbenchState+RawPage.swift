import Conversation

extension WorkbenchState {
  /// Where the parts of the page of raw frames stand.
  package struct RawAreas: Sendable, Hashable {
    package var figures: Rect
    package var list: Rect
    /// The whole frame at the cursor; without rows where there is no room.
    package var detail: Rect

    /// Where the heads stand in their place.
    package var heads: Rect {
      var area = list
      area.rows += detail.rows
      return area
    }
  }

  package var rawAreas: RawAreas? {
    guard let body = inspectorBody else { return nil }
    let detail = body.rows >= 12 ? min(8, body.rows / 3) : 0
    let ends = [body.row + 1, body.endRow - detail]
    func part(_ row: Int, _ end: Int) -> Rect {
      Rect(row: row, column: body.column, rows: max(0, end - row), columns: body.columns)
    }
    return RawAreas(
      figures: part(body.row, ends[0]),
      list: part(ends[0], ends[1]),
      detail: part(ends[1], body.endRow)
    )
  }

  var rawListRows: Int { max(1, rawAreas?.list.rows ?? 1) }

  /// Has the recording brought that the open page shows.
  mutating func wantInspectedRecording() -> [Effect] {
    guard conversation.inspector?.page == .raw, let id = inspectedReply else { return [] }
    return wantRecording(of: id)
  }

  /// What is recorded of the inspected reply, with its bytes.
  private var inspectedLog: (log: WireLog, isWhole: Bool)? {
    guard let id = conversation.inspector?.reply else { return nil }
    switch shownRecording(of: id) {
    case .live(let log): return (log, false)
    case .kept(let log): return (log, true)
    case .dropped, .unasked, .loading, .none, .damaged, .failed: return nil
    }
  }

  /// What is known of a reply's recording; at an earlier moment, of what had come by then.
  package func shownRecording(of id: MessageID) -> RecordingShelf.State {
    let state = recordings.state(of: tree[id])
    guard let moment = pastMoment(of: id) else { return state }
    return switch state {
    case .live(let log), .kept(let log): .live(log.beginning(until: moment))
    case .dropped(let log): .dropped(log.beginning(until: moment))
    case .unasked, .loading, .none, .damaged, .failed: state
    }
  }

  /// Takes what is recorded of the inspected reply onto its page; costs nothing on the others.
  mutating func refreshRawPage() {
    guard conversation.inspector?.page == .raw, let areas = rawAreas else { return }
    if let (log, isWhole) = inspectedLog {
      conversation.inspector?.raw.take(log, isWhole: isWhole)
      if conversation.inspector?.raw.showsHeads == true { showHeads(log, areas.heads) }
    }
    conversation.inspector?.raw.fit(height: max(1, areas.list.rows))
  }

  private mutating func showHeads(_ log: WireLog, _ area: Rect) {
    guard let reply = conversation.inspector?.reply.flatMap({ tree[$0].reply }) else { return }
    let columns = area.columns - 2
    conversation.inspector?.raw.heads.show(log, started: reply.started, columns: columns)
    conversation.inspector?.raw.heads.scroll(by: 0, height: area.rows)
  }

  mutating func performOnRawPage(_ command: CommandID) -> [Effect] {
    guard let page = conversation.inspector?.raw else { return [] }
    switch command {
    case .inspectorHeads: return toggleHeads()
    case .inspectorCopy: return page.showsHeads ? copyCommand() : copyFrame()
    case .inspectorCopyAll: return copyBody()
    case .inspectorFilter: filterFrames()
    case .inspectorFind: beginFrameSearch()
    case .inspectorNextHit: goToFrameHit(by: 1)
    case .inspectorPreviousHit: goToFrameHit(by: -1)
    default: if page.showsHeads { scrollHeads(command) } else { moveOnFrames(command) }
    }
    return []
  }

  private mutating func moveOnFrames(_ command: CommandID) {
    let height = rawListRows
    switch command {
    case .inspectorUp, .inspectorBackward:
      conversation.inspector?.raw.move(by: -1, height: height)
    case .inspectorDown, .inspectorForward, .inspectorLogProbs:
      conversation.inspector?.raw.move(by: 1, height: height)
    case .inspectorPageUp: conversation.inspector?.raw.move(by: -height, height: height)
    case .inspectorPageDown: conversation.inspector?.raw.move(by: height, height: height)
    case .inspectorStart: conversation.inspector?.raw.go(toRow: 0, height: height)
    case .inspectorEnd: conversation.inspector?.raw.go(toRow: .max, height: height)
    case .inspectorNextMark:
      conversation.inspector?.raw.goToOddity(isForward: true, height: height)
    case .inspectorPreviousMark:
      conversation.inspector?.raw.goToOddity(isForward: false, height: height)
    default: break
    }
  }

  private mutating func scrollHeads(_ command: CommandID) {
    let height = rawAreas?.heads.rows ?? 1
    let step = command.rows(ofPage: height, all: conversation.inspector?.raw.heads.rows.count ?? 0)
    conversation.inspector?.raw.heads.scroll(by: step, height: height)
  }

  /// Shows the request and the heads, or the frames again; the command that stands for the request is asked for once.
  private mutating func toggleHeads() -> [Effect] {
    conversation.inspector?.raw.showsHeads.toggle()
    refreshRawPage()
    guard let inspector = conversation.inspector, let id = inspector.reply,
      inspector.raw.showsHeads, !inspector.raw.heads.isAsked
    else { return [] }
    conversation.inspector?.raw.heads.isAsked = true
    return describeRequest(of: id)
  }

  /// Lists other frames.
  private mutating func filterFrames() {
    conversation.inspector?.raw.showsHeads = false
    conversation.inspector?.raw.nextFilter()
    refreshRawPage()
  }
}

// What is copied.
extension WorkbenchState {
  /// Copies the frame at the cursor as it came.
  private mutating func copyFrame() -> [Effect] {
    guard let (log, _) = inspectedLog, let page = conversation.inspector?.raw,
      let shown = page.shown
    else { return copyNothing() }
    let bytes = log.body[page.frames.frames[shown].bytes]
    return [.copy(String(decoding: bytes, as: UTF8.self), what: "frame \(shown + 1)")]
  }

  private mutating func copyCommand() -> [Effect] {
    guard let command = conversation.inspector?.raw.heads.command else { return copyNothing() }
    return [.copy(command.command, what: "the request as a command")]
  }

  /// Copies the response's body as it came, or the request's where that is shown.
  private mutating func copyBody() -> [Effect] {
    let isRequest = conversation.inspector?.raw.showsHeads == true
    guard let (log, _) = inspectedLog,
      let bytes = isRequest ? log.request?.body : log.body, !bytes.isEmpty
    else { return copyNothing() }
    let what = isRequest ? "the request's body" : "the response's body"
    return [.copy(String(decoding: bytes, as: UTF8.self), what: what)]
  }

  private mutating func copyNothing() -> [Effect] {
    status = StatusMessage("there is nothing to copy here")
    return []
  }
}

extension CommandID {
  /// How many rows a command of the inspector scrolls a text by that has no cursor.
  func rows(ofPage height: Int, all: Int) -> Int {
    switch self {
    case .inspectorDown: 1
    case .inspectorUp: -1
    case .inspectorPageDown: height
    case .inspectorPageUp: -height
    case .inspectorStart: -all
    case .inspectorEnd: all
    default: 0
    }
  }
}
