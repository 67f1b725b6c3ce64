extension WorkbenchState {
  /// The columns and rows of a command's output.
  package var outputSize: ScreenSize {
    ScreenSize(rows: max(1, size.rows - 6), columns: max(1, min(100, size.columns - 6)))
  }

  /// Gives a key to the output of a command: it scrolls, copies, stops the command and closes.
  mutating func takeInOutput(_ key: Key, _ output: CommandOutput) -> [Effect] {
    let page = max(1, outputSize.rows - 1)
    switch keyMap.command(for: key, in: .overlay) {
    case .listDown: scrollOutput(output, to: output.top + 1)
    case .listUp: scrollOutput(output, to: output.top - 1)
    case .listPageDown: scrollOutput(output, to: output.top + page)
    case .listPageUp: scrollOutput(output, to: output.top - page)
    case .overlayClose where output.ending == nil: return [.stopCommand]
    case .overlayClose,
      .listAccept where output.ending != nil:
      overlay = nil
    default: return takeViewKey(key, output, page: page)
    }
    return []
  }

  /// The keys of the conversation scroll and copy here, too.
  private mutating func takeViewKey(_ key: Key, _ output: CommandOutput, page: Int) -> [Effect] {
    switch keyMap.command(for: key, in: .conversation) {
    case .lineDown: scrollOutput(output, to: output.top + 1)
    case .lineUp: scrollOutput(output, to: output.top - 1)
    case .halfPageDown: scrollOutput(output, to: output.top + page / 2)
    case .halfPageUp: scrollOutput(output, to: output.top - page / 2)
    case .pageDown: scrollOutput(output, to: output.top + page)
    case .pageUp: scrollOutput(output, to: output.top - page)
    case .viewTop: scrollOutput(output, to: 0)
    case .viewEnd: scrollOutput(output, to: .max)
    case .copyMessage where !output.text.isEmpty:
      let what = output.ending == .shown ? "the text" : "what the command printed"
      return [.copy(output.text, what: what)]
    default: break
    }
    return []
  }

  private mutating func scrollOutput(_ output: CommandOutput, to line: Int) {
    var output = output
    output.layOut(widthInColumns: outputSize.columns)
    output.scroll(to: line, height: outputSize.rows)
    overlay = .output(output)
  }

  /// Takes what a command printed.
  mutating func take(printed text: String, _ ending: CommandOutput.Ending) {
    guard case .output(var output) = overlay, output.ending == nil else { return }
    output.finish(text, ending)
    overlay = .output(output)
    layOutOutput()
  }

  /// Fits the output of a command to the screen.
  mutating func layOutOutput() {
    guard case .output(let output) = overlay else { return }
    scrollOutput(output, to: output.top)
  }
}
