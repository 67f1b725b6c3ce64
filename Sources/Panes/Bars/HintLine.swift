import Typeset
import Workbench

/// The last row: a message when there is one, else the keys that work at this moment.
enum HintLine {
  static func draw(_ state: WorkbenchState, _ layout: ScreenLayout, on canvas: inout Canvas) {
    guard let rect = layout.hint else { return }
    canvas.fill(rect, role: .hintText)
    if let status = state.status, !state.isLeaderPending {
      canvas.text(
        " \(status.text)",
        row: rect.row,
        column: 0,
        end: rect.endColumn,
        role: status.role
      )
      return
    }
    var column = 1
    for hint in hints(of: state) {
      let width = CellWidth.columns(of: hint.keys) + 1 + CellWidth.columns(of: hint.words)
      guard column + width <= rect.endColumn else { continue }
      column = canvas.text(
        hint.keys,
        row: rect.row,
        column: column,
        end: rect.endColumn,
        role: .hintKey
      )
      column =
        2
        + canvas.text(
          " \(hint.words)",
          row: rect.row,
          column: column,
          end: rect.endColumn,
          role: .hintText
        )
    }
  }

  private struct Hint {
    let keys: String
    let words: String
  }

  private static func hints(of state: WorkbenchState) -> [Hint] {
    if state.isLeaderPending { return hints(in: .leader, state) }
    if state.overlay != nil { return hints(in: .overlay, state) }
    var hints = hints(in: state.focus.context, state)
    if let key = state.keyMap.notation(for: .escape) {
      let lane = state.conversation.focusedLane
      let words = lane.isStreaming ? "stop" : state.focus == .prompt ? "conversation" : "prompt"
      hints.insert(Hint(keys: key, words: words), at: min(2, hints.count))
    }
    let everywhere = Self.hints(in: .everywhere, state)
    // The way to every other key comes first, so that narrow screens keep it.
    let essential = everywhere.filter { $0.words == "help" || $0.words == "more" }
    let rest = everywhere.filter { $0.words != "help" && $0.words != "more" }
    let own = hints.prefix(3) + essential + hints.dropFirst(3).prefix(5) + rest
    return Array(own)
  }

  private static func hints(in context: KeyContext, _ state: WorkbenchState) -> [Hint] {
    CommandTable.commands.filter { $0.context == context }.compactMap { command in
      guard let words = command.hint, let key = state.keyMap.keys(for: command.id).first else {
        return nil
      }
      return Hint(keys: key.notation, words: words)
    }
  }
}
