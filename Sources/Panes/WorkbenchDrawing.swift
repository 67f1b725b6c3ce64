import Typeset
import Workbench

/// Draws the workbench, and keeps the frame: what has not changed since is not drawn again.
package struct WorkbenchDrawing {
  private var canvas: Canvas?

  package init() {}

  /// Draws a state that was laid out (`layOut()`) since its last change; the same frame as ``frame(of:)`` draws.
  ///
  /// - Parameters:
  ///   - state: The state that the frame before showed, but for the change.
  ///   - change: What may have changed since that frame was drawn.
  /// - Returns: The frame.
  package mutating func frame(of state: WorkbenchState, after change: ScreenChange) -> Frame {
    let layout = state.layout
    guard var canvas, !change.isSuperset(of: .everything), layout.shape != .tooSmall else {
      let canvas = Self.canvas(of: state, layout)
      self.canvas = canvas
      return canvas.frame
    }
    // Held twice, the cells would be copied by the first that is drawn.
    self.canvas = nil
    if change.contains(.figures) {
      StatusBar.draw(state, layout, on: &canvas)
      SidebarDrawing.drawFigures(of: state, layout, on: &canvas)
    }
    if change.contains(.conversation) {
      if state.focusOnScreen == .conversation { canvas.hideCursor() }
      canvas.fill(layout.conversation, role: .text)
      ConversationDrawing.draw(state, layout, on: &canvas)
      PromptDrawing.drawTitle(of: state, layout, on: &canvas)
    }
    if change.contains(.prompt) {
      canvas.fill(layout.prompt, role: .text)
      PromptDrawing.draw(state, layout, on: &canvas)
    }
    self.canvas = canvas
    return canvas.frame
  }

  /// Draws the whole of a state that was laid out (`layOut()`) since its last change.
  package static func frame(of state: WorkbenchState) -> Frame {
    canvas(of: state, state.layout).frame
  }

  /// Says what is missing, over as many rows as it takes.
  private static func drawTooSmall(_ size: ScreenSize, on canvas: inout Canvas) {
    var (row, column) = (0, 0)
    for word in ["weir", "needs", "20x6;", "draft", "kept"] {
      if column > 0, column + word.utf8.count > size.columns { (row, column) = (row + 1, 0) }
      guard row < size.rows else { return }
      column =
        1 + canvas.text(word, row: row, column: column, end: size.columns, role: .text)
    }
  }

  private static func canvas(of state: WorkbenchState, _ layout: ScreenLayout) -> Canvas {
    var canvas = Canvas(size: state.size, theme: state.theme)
    guard layout.shape != .tooSmall else {
      drawTooSmall(state.size, on: &canvas)
      return canvas
    }
    StatusBar.draw(state, layout, on: &canvas)
    SidebarDrawing.draw(state, layout, on: &canvas)
    ConversationDrawing.draw(state, layout, on: &canvas)
    PromptDrawing.drawTitle(of: state, layout, on: &canvas)
    PromptDrawing.draw(state, layout, on: &canvas)
    CompletionDrawing.draw(state, layout, on: &canvas)
    OverlayDrawing.draw(state, on: &canvas)
    LeaderStrip.draw(state, layout, on: &canvas)
    HintLine.draw(state, layout, on: &canvas)
    if state.overlay == nil, let search = SearchField(state) {
      let rule = Rect(
        row: layout.promptRule,
        column: 0,
        rows: 1,
        columns: state.size.columns
      )
      search.draw(layout.hint ?? rule, on: &canvas)
    }
    return canvas
  }
}
