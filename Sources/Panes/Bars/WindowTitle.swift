import Workbench

/// What the title of the terminal's window says: what is in use, and whether it streams.
package enum WindowTitle {
  /// Changes only when a stream begins or ends, so that a token costs no bytes; holds the preset's name as it is.
  package static func text(of state: WorkbenchState) -> String {
    let pane = state.conversation
    let streaming = pane.lanes.count(where: \.isStreaming)
    let what = pane.hasLanes ? "\(pane.lanes.count) lanes" : pane.focusedLane.preset.name
    // What was said off the record stays on the screen.
    if let file = state.keeping.replayedFile { return "weir: replay of \(file)" }
    let isOff = state.keeping.isOffTheRecord
    let about = isOff ? ", off the record" : state.title.isEmpty ? "" : ": \(state.title)"
    let name = "weir: \(what)\(about)"
    if streaming == 0 { return name }
    return "\(name) \u{25CF} " + (pane.hasLanes ? "\(streaming) streaming" : "streaming")
  }
}
