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
    let style = canvas.theme[isFocused ? .titleFocused : .title]
    let end = canvas.text(
      (isFocused ? "\u{25B8}" : " ") + title,
      row: rect.row,
      column: rect.column,
      end: rect.endColumn,
      style: style
    )
    var nameEnd = end
    if isKept, !state.hidesNames {
      nameEnd = canvas.text(
        " \u{2190} kept",
        row: rect.row,
        column: end,
        end: rect.endColumn,
        role: .success
      )
    }
    if let verdict = state.verdictWords(onLane: lane) {
      nameEnd = canvas.text(
        " \(verdict)",
        row: rect.row,
        column: nameEnd,
        end: rect.endColumn,
        role: .accent
      )
    }
    let row = rect.rows > 1 ? rect.row + 1 : rect.row
    let least = rect.rows > 1 ? rect.column + 2 : nameEnd + 2
    let summary = summary(columns: rect.endColumn - 1 - least)
    let start =
      rect.rows > 1 ? least : max(least, rect.endColumn - 1 - CellWidth.columns(of: summary))
    canvas.text(summary, row: row, column: start, end: rect.endColumn - 1, role: role)
  }

  /// Draws the names of all lanes in one row, each with the sign of what it does; those around the focused one where
  /// not all fit.
  static func drawTabs(of state: WorkbenchState, _ rect: Rect, on canvas: inout Canvas) {
    let tabs = state.conversation.lanes.indices.map { LaneHeaderDrawing(state: state, lane: $0) }
    let focused = state.conversation.focused
    var first = focused
    var columns = CellWidth.columns(of: tabs[focused].tab)
    while first > 0, columns + CellWidth.columns(of: tabs[first - 1].tab) + 1 <= rect.columns {
      first -= 1
      columns += CellWidth.columns(of: tabs[first].tab) + 1
    }
    var column = rect.column
    for tab in tabs[first...] where column < rect.endColumn {
      let style = canvas.theme[tab.isFocused ? .titleFocused : .title]
      column = canvas.text(
        tab.tab,
        row: rect.row,
        column: column,
        end: rect.endColumn,
        style: style
      )
      column = canvas.text(
        "\u{2502}",
        row: rect.row,
        column: column,
        end: rect.endColumn,
        role: .border
      )
    }
  }

  private var isFocused: Bool { lane == state.conversation.focused }
  private var isKept: Bool { lane == state.conversation.keptLane }
  private var shown: Lane { state.conversation.lanes[lane] }
  private var reply: Reply? {
    if state.isInPast, let row = state.conversation.ruler?.row(of: shown.id) {
      return state.shownTree[row.reply].reply
    }
    return shown.tip.flatMap { state.tree[$0].reply }
  }
  private var title: String { state.laneName(lane) }

  private var tab: String {
    let sign = summary(columns: 1_000).prefix(1)
    return (isFocused ? "\u{25B8}" : " ") + title + (sign.isEmpty ? "" : " \(sign)") + " "
  }

  /// How much of it the baseline has, or that it is the baseline.
  private var difference: String? {
    guard state.conversation.marksDifferences else { return nil }
    if lane == state.conversation.baselineLane { return "baseline" }
    return shown.difference.map { "\(Int($0.similarity * 100)) % same" }
  }

  private var role: Role { reply.map(StreamText.role) ?? .muted }

  private func summary(columns: Int) -> String {
    if state.hidesNames { return StreamText.stateWithoutFigures(of: shown, reply) }
    if state.isInPast { return past(columns: columns) }
    if shown.warmUp != nil { return "\u{25CB} warming up" }
    if !shown.isStreaming, !shown.pending.isEmpty { return "\u{25CB} waits for its turn" }
    let count = state.conversation.lanes.count
    let same = state.conversation.same[lane].map { "\($0.count) of \(count) the same  " } ?? ""
    let alike = difference.map { "\($0)  " } ?? ""
    let before = same + alike
    let free = columns - CellWidth.columns(of: before)
    return before + StreamText.summary(of: shown, tree: state.tree, columns: free)
  }

  /// What it had at the moment shown, in the fullest form that fits.
  private func past(columns: Int) -> String {
    guard let ruler = state.conversation.ruler, let row = ruler.row(of: shown.id),
      let reply = state.shownTree[row.reply].reply
    else { return "not asked yet" }
    return StreamText.past(of: row, at: ruler.place, reply: reply, columns: columns)
  }
}
