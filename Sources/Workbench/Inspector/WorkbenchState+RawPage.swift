import Conversation

extension WorkbenchState {
  /// Where the parts of the page of raw frames stand.
  package struct RawAreas: Sendable, Hashable {
    package var figures: Rect
    package var list: Rect
    /// The whole frame at the cursor; without rows where there is no room.
    package var detail: Rect
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

  /// Has the recording brought that the open page shows.
  mutating func wantInspectedRecording() -> [Effect] {
    guard conversation.inspector?.page == .raw, let id = inspectedReply else { return [] }
    return wantRecording(of: id)
  }

  /// Takes what is recorded of the inspected reply onto its page; costs nothing on the others.
  mutating func refreshRawPage() {
    guard let inspector = conversation.inspector, inspector.page == .raw, let id = inspector.reply
    else { return }
    let height = rawAreas?.list.rows ?? 1
    switch recordings.state(of: tree[id]) {
    case .live(let log): conversation.inspector?.raw.take(log, isWhole: false)
    case .kept(let log): conversation.inspector?.raw.take(log, isWhole: true)
    case .dropped, .unasked, .loading, .none, .damaged, .failed: break
    }
    conversation.inspector?.raw.fit(height: height)
  }

  mutating func performOnRawPage(_ command: CommandID) -> [Effect] {
    guard let inspector = conversation.inspector else { return [] }
    let height = max(1, rawAreas?.list.rows ?? 1)
    func move(_ step: Int) { conversation.inspector?.raw.move(by: step, height: height) }
    switch command {
    case .inspectorUp, .inspectorBackward: move(-1)
    case .inspectorDown, .inspectorForward, .inspectorLogProbs: move(1)
    case .inspectorPageUp: move(-height)
    case .inspectorPageDown: move(height)
    case .inspectorStart: conversation.inspector?.raw.go(to: 0, height: height)
    case .inspectorEnd: conversation.inspector?.raw.go(to: .max, height: height)
    case .inspectorNextMark, .inspectorPreviousMark:
      let isForward = command == .inspectorNextMark
      conversation.inspector?.raw.goToOddity(isForward: isForward, height: height)
    case .inspectorHeads: conversation.inspector?.raw.showsHeads.toggle()
    case .inspectorCopy: return copyFrame(inspector)
    default: break
    }
    return []
  }

  /// Copies the frame at the cursor as it came.
  private func copyFrame(_ inspector: Inspector) -> [Effect] {
    guard let shown = inspector.raw.shown, let id = inspector.reply else { return [] }
    switch recordings.state(of: tree[id]) {
    case .live(let log), .kept(let log):
      let bytes = log.body[inspector.raw.frames.frames[shown].bytes]
      return [.copy(String(decoding: bytes, as: UTF8.self), what: "frame \(shown + 1)")]
    case .dropped, .unasked, .loading, .none, .damaged, .failed: return []
    }
  }
}
