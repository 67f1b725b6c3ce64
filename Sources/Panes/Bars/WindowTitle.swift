import Workbench

/// What the title of the terminal's window says: what is in use, and whether it streams.
package enum WindowTitle {
  /// Changes only when a stream begins or ends, so that a token costs no bytes; holds the preset's name as it is.
  package static func text(of state: WorkbenchState) -> String {
    let pane = state.conversation
    let streaming = pane.lanes.count(where: \.isStreaming)
    guard pane.hasLanes else {
      let name = "weir: \(pane.focusedLane.preset.name)"
      return streaming == 0 ? name : "\(name) \u{25CF} streaming"
    }
    let lanes = "weir: \(pane.lanes.count) lanes"
    return streaming == 0 ? lanes : "\(lanes) \u{25CF} \(streaming) streaming"
  }
}
