import Typeset
import Workbench

/// Draws the whole workbench; a pure function from state to frame.
package enum WorkbenchDrawing {
  /// Draws a state that was laid out (`layOut()`) since its last change.
  package static func frame(of state: WorkbenchState) -> Frame {
    var canvas = Canvas(size: state.size, theme: state.theme)
    let layout = state.layout
    guard layout.shape != .tooSmall else {
      canvas.text(
        "weir needs 20x6; draft kept",
        row: 0,
        column: 0,
        end: state.size.columns,
        role: .text
      )
      return canvas.frame
    }
    StatusBar.draw(state, layout, on: &canvas)
    SidebarDrawing.draw(state, layout, on: &canvas)
    ConversationDrawing.draw(state, layout, on: &canvas)
    PromptDrawing.draw(state, layout, on: &canvas)
    CompletionDrawing.draw(state, layout, on: &canvas)
    OverlayDrawing.draw(state, on: &canvas)
    LeaderStrip.draw(state, layout, on: &canvas)
    HintLine.draw(state, layout, on: &canvas)
    if let search = state.conversation.search, search.isTyping, state.overlay == nil {
      let rule = Rect(
        row: layout.promptRule,
        column: 0,
        rows: 1,
        columns: state.size.columns
      )
      SearchField.draw(search, layout.hint ?? rule, on: &canvas)
    }
    return canvas.frame
  }
}
