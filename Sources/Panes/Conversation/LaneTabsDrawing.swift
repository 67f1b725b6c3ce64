import Typeset
import Workbench

/// The names of all lanes in one row, each with the sign of what it does; those around the focused one where not all fit.
struct LaneTabsDrawing {
  /// Beyond it, names are shortened.
  private static let widestName = 16

  private let state: WorkbenchState
  private let tabs: [String]

  init(_ state: WorkbenchState) {
    self.state = state
    tabs = state.conversation.lanes.indices.map { lane in
      let sign = LaneHeaderDrawing(state: state, lane: lane).sign
      let kept = lane == state.conversation.keptLane && !state.hidesNames ? " \u{2190}" : ""
      let name = state.laneName(lane, columns: Self.widestName)
      return (lane == state.conversation.focused ? "\u{25B8}" : " ") + name + kept
        + (sign.isEmpty ? "" : " \(sign)") + " "
    }
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let shown = shown(columns: rect.columns)
    var column = rect.column
    if shown.lowerBound > 0 { column = put("\u{2039}", .accent, rect, column, on: &canvas) }
    for lane in shown {
      let isFocused = lane == state.conversation.focused
      column = put(tabs[lane], isFocused ? .titleFocused : .title, rect, column, on: &canvas)
      if lane < shown.upperBound - 1 || shown.upperBound == tabs.count {
        column = put("\u{2502}", .border, rect, column, on: &canvas)
      }
    }
    if shown.upperBound < tabs.count {
      _ = put("\u{203A}", .accent, rect, column, on: &canvas)
    }
  }

  /// As many as fit beside the signs of what does not, the focused one among them.
  private func shown(columns: Int) -> Range<Int> {
    let focused = state.conversation.focused
    var shown = focused..<focused + 1
    func fits(_ range: Range<Int>) -> Bool {
      let names = tabs[range].reduce(0) { $0 + CellWidth.columns(of: $1) } + range.count
      let signs = (range.lowerBound > 0 ? 1 : 0) + (range.upperBound < tabs.count ? 1 : 0)
      return names + signs <= columns
    }
    while true {
      let after = shown.lowerBound..<min(shown.upperBound + 1, tabs.count)
      let before = max(shown.lowerBound - 1, 0)..<shown.upperBound
      if after != shown, fits(after) {
        shown = after
      } else if before != shown, fits(before) {
        shown = before
      } else {
        return shown
      }
    }
  }

  private func put(
    _ text: String,
    _ role: Role,
    _ rect: Rect,
    _ column: Int,
    on canvas: inout Canvas
  ) -> Int {
    canvas.text(text, row: rect.row, column: column, end: rect.endColumn, role: role)
  }
}
