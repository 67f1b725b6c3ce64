import Conversation
import Typeset
import Workbench

/// What stands above a lane beside others: its number and name, what it does, and its figures.
struct LaneHeaderDrawing {
  let state: WorkbenchState
  /// The lane's index.
  let lane: Int

  /// Draws the name, and the figures beside it, or below it where there is a second row.
  func draw(in rect: Rect, on canvas: inout Canvas) {
    let hasTwoRows = rect.rows > 1
    let nameEnd = drawName(in: rect, leaving: hasTwoRows ? 0 : Self.leastSummary, on: &canvas)
    let row = hasTwoRows ? rect.row + 1 : rect.row
    let least = hasTwoRows ? rect.column + 2 : nameEnd + 2
    let summary = summary(columns: rect.endColumn - 1 - least)
    let start = hasTwoRows ? least : max(least, rect.endColumn - 1 - CellWidth.columns(of: summary))
    canvas.text(summary, row: row, column: start, end: rect.endColumn - 1, role: role)
    drawDetails(
      row: rect.row,
      from: nameEnd + 2,
      to: hasTwoRows ? rect.endColumn : start,
      on: &canvas
    )
  }

  /// The columns that a name leaves to the figures beside it.
  private static let leastSummary = 16

  /// Draws the name with what was decided of the lane, in words where there is room and else as signs.
  private func drawName(in rect: Rect, leaving rest: Int, on canvas: inout Canvas) -> Int {
    let room = rect.columns - 1 - rest
    let isShort = CellWidth.columns(of: title + signs.map { " \($0.words)" }.joined()) > room
    let shown = signs.map { (text: " " + (isShort ? $0.short : $0.words), role: $0.role) }
    let signColumns = shown.reduce(0) { $0 + CellWidth.columns(of: $1.text) }
    var column = canvas.text(
      (isFocused ? "\u{25B8}" : " ") + state.laneName(lane, columns: room - signColumns),
      row: rect.row,
      column: rect.column,
      end: rect.endColumn - signColumns,
      style: canvas.theme[isFocused ? .titleFocused : .title]
    )
    for sign in shown {
      column = canvas.text(
        sign.text,
        row: rect.row,
        column: column,
        end: rect.endColumn,
        role: sign.role
      )
    }
    return column
  }

  /// Draws what the lane has otherwise than others beyond its name, as much as fits whole.
  private func drawDetails(row: Int, from start: Int, to end: Int, on canvas: inout Canvas) {
    var text = ""
    for detail in state.laneDetails(lane) {
      let more = text.isEmpty ? detail : "\(text) · \(detail)"
      if CellWidth.columns(of: more) < end - start { text = more }
    }
    if !text.isEmpty { canvas.text(text, row: row, column: start, end: end, role: .muted) }
  }

  private var isFocused: Bool { lane == state.conversation.focused }
  private var isKept: Bool { lane == state.conversation.keptLane }
  private var shown: Lane { state.conversation.lanes[lane] }
  private var reply: Reply? { state.shownReply(ofLane: lane) }
  private var title: String { state.laneName(lane) }

  /// That its answer was asked otherwise than its name says, that all lanes go on from it, and what was voted, each in words
  /// and as a sign.
  private var signs: [(words: String, short: String, role: Role)] {
    var signs: [(words: String, short: String, role: Role)] = []
    if !state.hidesNames, !state.isInPast, state.wasAskedOtherwise(lane: lane) {
      signs.append(("\u{2192} from the next message", "\u{2192}", .warning))
    }
    if isKept, !state.hidesNames { signs.append(("\u{2190} kept", "\u{2190}", .success)) }
    if let verdict = state.verdictWords(onLane: lane) {
      signs.append((verdict, String(verdict.prefix(1)), .accent))
    }
    return signs
  }

  /// How much of it the baseline has, or that it is the baseline.
  private var difference: String? {
    guard state.conversation.marksDifferences else { return nil }
    if lane == state.conversation.baselineLane { return "baseline" }
    return shown.difference.map { "\(Int($0.similarity * 100)) % same" }
  }

  private var role: Role { reply.map(StreamText.role) ?? .muted }

  /// How it stands as one sign, for where there is room for no more: dots until the first text is there.
  var sign: String {
    let sign = String(stateAlone.prefix(1))
    return sign == "\u{25CB}" ? "\u{2026}" : sign
  }

  private var stateAlone: String {
    let isPlain = !state.hidesNames && !state.isInPast && !isWaiting
    guard isPlain, let reply else { return summary(columns: 1) }
    return StreamText.state(of: reply, figures: shown.figures)
  }

  private var isWaiting: Bool {
    !shown.isStreaming && (!shown.pending.isEmpty || shown.warmUp != nil)
  }

  private func summary(columns: Int) -> String {
    if state.hidesNames { return StreamText.stateWithoutFigures(of: shown, reply) }
    if state.isInPast { return past(columns: columns) }
    if shown.warmUp != nil { return "\u{25CB} warming up" }
    if isWaiting { return "\u{25CB} waits for its turn" }
    if state.showsAnothersAnswer(lane: lane) { return notAsked(columns: columns) }
    guard let reply else { return "" }
    let before = same(columns: columns) + (difference.map { "\($0)  " } ?? "")
    let free = columns - CellWidth.columns(of: before)
    return before + StreamText.summary(of: reply, figures: shown.figures, columns: free)
  }

  private func notAsked(columns: Int) -> String {
    let key = state.keyMap.notation(for: .joinConversation)
    let full = key.map { "\(StreamText.notAsked), \($0) joins" } ?? StreamText.notAsked
    return CellWidth.columns(of: full) <= columns ? full : StreamText.notAsked
  }

  /// The lanes that have answered the same, by their numbers.
  private func same(columns: Int) -> String {
    guard let group = state.conversation.same[lane] else { return "" }
    let others = group.filter { $0 != lane }.map { String($0 + 1) }
    let short = "= \(others.joined(separator: " "))  "
    let count = "\(group.count) of \(state.conversation.lanes.count) the same"
    let full = "\(count) (= \(others.joined(separator: ", ")))  "
    return CellWidth.columns(of: full) + Self.leastSummary <= columns ? full : short
  }

  /// What it had at the moment shown, in the fullest form that fits.
  private func past(columns: Int) -> String {
    guard let ruler = state.conversation.ruler, let row = ruler.row(of: shown.id),
      let reply = state.shownTree[row.reply].reply
    else { return "not asked yet" }
    return StreamText.past(of: row, at: ruler.place, reply: reply, columns: columns)
  }
}
