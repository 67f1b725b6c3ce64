extension TextEditor {
  private static let mostInsertedBytes = 8 << 20

  /// Carries out a command that changes the text or yanks from it, to be undone as one.
  mutating func change(by command: ViCommand) {
    let extent = selectedExtent
    beginUndoGroup()
    guard perform(command) else { return endUndoGroup() }
    if vi?.mode.isVisual == true { vi?.mode = .normal }
    let change = ViChange(command: command.repeatable(on: extent))
    guard vi?.mode != .insert else {
      vi?.insertion = change
      return
    }
    endUndoGroup()
    if !command.isYank { vi?.lastChange = change }
  }

  /// Ends an insert: with a count, what was typed is typed as often.
  mutating func finishInsert() {
    guard let vi else { return }
    let change = vi.insertion
    if case .insert(let place) = change.command.verb {
      for _ in 1..<max(1, repeats(of: change)) {
        if place.makesALine { insert(at: .newLineBelow) }
        type(change.typed)
      }
    }
    self.vi?.mode = .normal
    self.vi?.insertion = .typing
    if change != .typing { self.vi?.lastChange = change }
    streak = .none
    endUndoGroup()
    if caret.offset > 0 { caret = buffer.character(before: caret)?.start ?? caret }
  }

  /// `.`: does the last change again, with a new count where one is given.
  mutating func repeatChange(_ count: Int?) {
    guard var last = vi?.lastChange else { return }
    if let count { last.command.count = count }
    if vi?.mode.isVisual == true { vi?.mode = .normal }
    change(by: last.command)
    if vi?.mode == .insert {
      type(last.typed)
      finishInsert()
    }
    if count != nil { vi?.lastChange?.command.count = count }
  }

  private mutating func type(_ typed: [ViChange.Typed]) {
    for typed in typed {
      switch typed {
      case .text(let text): paste(text)
      case .command(let command): perform(command)
      }
    }
  }

  private func repeats(of change: ViChange) -> Int {
    let bytes = change.typed.reduce(1) { sum, typed in
      if case .text(let text) = typed { return sum + text.utf8.count }
      return sum + 1
    }
    return min(change.command.count ?? 1, max(1, Self.mostInsertedBytes / bytes))
  }

  private var selectedExtent: ViExtent? {
    guard let span = selectedSpan else { return nil }
    let range = span.range
    let lines = range.upperBound.line - range.lowerBound.line
    guard !span.isLinewise else { return ViExtent(lines: lines, characters: nil) }
    let start =
      lines == 0
      ? range.lowerBound : TextBuffer.Position(line: range.upperBound.line, offset: 0)
    return ViExtent(lines: lines, characters: buffer.text(in: start..<range.upperBound).count)
  }
}

extension ViCommand {
  var isYank: Bool {
    if case .operate(.yank, _) = verb { return true }
    return false
  }

  /// The command as `.` does it: where it was on a selection, on as much text from the caret on.
  func repeatable(on extent: ViExtent?) -> ViCommand {
    guard let extent, case .operate(let change, let target) = verb else { return self }
    var extentToTake = extent
    if target == .selectedLines { extentToTake.characters = nil }
    return ViCommand(count: count, verb: .operate(change, .extent(extentToTake)))
  }
}

extension ViInsertion {
  var makesALine: Bool { self == .newLineBelow || self == .newLineAbove }
}
