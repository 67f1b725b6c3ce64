extension TextEditor {
  /// What a key of vi asks of those around the editor.
  package enum ViOutcome: Sendable, Equatable {
    case done
    /// Up above the first line or down below the last.
    case leftText(lines: Int)
    case notFound(String)
  }

  /// Gives a key to vi.
  ///
  /// - Returns: `nil` when the key means what it means without vi.
  package mutating func takeVi(_ key: Key) -> ViOutcome? {
    guard let vi else { return nil }
    if key == Key(.escape) { return leaveViMode() ? .done : nil }
    guard vi.mode != .insert else { return nil }
    guard let name = vi.parser.name(of: key) else {
      let isUnfinished = !vi.parser.isEmpty
      self.vi?.parser.reset()
      // Enter after half a command is more likely about the command than about sending.
      return isUnfinished && key.code == .enter ? .done : nil
    }
    switch self.vi?.parser.take(name, in: vi.mode) {
    case .command(let command):
      let outcome = carryOut(command)
      settleCaret()
      return outcome
    case .pending, .meaningless, nil: return .done
    }
  }

  /// Drops half a command, or leaves insert or visual mode.
  ///
  /// - Returns: Whether there was something to leave.
  package mutating func leaveViMode() -> Bool {
    guard let vi, !vi.parser.isEmpty || vi.mode != .normal else { return false }
    self.vi?.parser.reset()
    if vi.parser.isEmpty {
      if vi.mode == .insert { finishInsert() } else { self.vi?.mode = .normal }
    }
    settleCaret()
    return true
  }

  /// Begins to insert, without changing anything.
  package mutating func enterInsertMode() {
    guard let vi, vi.mode != .insert else { return }
    self.vi?.begin()
    beginUndoGroup()
  }

  /// In normal mode the caret stands on a character, so never behind the last of a line.
  package mutating func settleCaret() {
    guard let vi else { return }
    if vi.mode.isVisual { self.vi?.anchor = buffer.aligned(vi.anchor) }
    guard vi.mode == .normal else { return }
    let cursor = ViCursor(buffer, at: caret)
    if cursor.isAtLineEnd { caret = cursor.lastOfLine }
  }

  /// Whether printable keys type text; not in vi's normal and visual modes.
  package var takesText: Bool { vi == nil || vi?.mode == .insert }

  /// The selected text; `nil` outside visual mode.
  package var selection: Range<TextBuffer.Position>? {
    guard let span = selectedSpan else { return nil }
    return span.isLinewise ? span.lines(in: buffer) : span.range
  }

  var selectedSpan: ViSpan? {
    guard let vi, vi.mode.isVisual else { return nil }
    let (start, last) = (min(vi.anchor, caret), max(vi.anchor, caret))
    let end = vi.mode == .visual ? buffer.character(after: last)?.end ?? last : last
    return ViSpan(range: start..<end, isLinewise: vi.mode == .visualLine)
  }

  private mutating func carryOut(_ command: ViCommand) -> ViOutcome {
    streak = .none
    switch command.verb {
    case .move(let motion): return move(motion, command.count)
    case .undo:
      for _ in 0..<(command.count ?? 1) where !undoGroup() { break }
    case .redo:
      for _ in 0..<(command.count ?? 1) where !redoGroup() { break }
    case .select(let mode): select(mode)
    case .selectObject(let object): select(object, command.count ?? 1)
    case .swapEnds:
      if let anchor = vi?.anchor {
        vi?.anchor = caret
        caret = anchor
      }
    case .repeatChange: repeatChange(command.count)
    case .operate, .insert, .put, .replace, .toggleCase: change(by: command)
    }
    vi?.wantedColumn = nil
    return .done
  }

  private mutating func move(_ motion: ViMotion, _ count: Int?) -> ViOutcome {
    if motion != .up, motion != .down { vi?.wantedColumn = nil }
    if let landing = landing(of: motion, count, for: .moving) {
      caret = landing.position
      return .done
    }
    switch motion {
    case .up where vi?.mode == .normal: return .leftText(lines: -(count ?? 1))
    case .down where vi?.mode == .normal: return .leftText(lines: count ?? 1)
    case .search, .repeatSearch, .repeatSearchReversed:
      return .notFound(vi?.lastSearch?.text ?? "")
    default: return .done
    }
  }

  private mutating func select(_ mode: ViMode) {
    guard let old = vi?.mode else { return }
    if !old.isVisual { vi?.anchor = caret }
    vi?.mode = old == mode ? .normal : mode
  }

  /// Selects an object; a selection of more than a character grows by it.
  private mutating func select(_ object: ViTextObject, _ count: Int) {
    guard let vi else { return }
    let isGrowing = vi.anchor < caret
    let place = isGrowing ? buffer.character(after: caret)?.end ?? caret : caret
    let finder = ViObjectFinder(buffer: buffer, place: place)
    guard let span = finder.span(of: object, count), !span.range.isEmpty || span.isLinewise else {
      return
    }
    if !isGrowing { self.vi?.anchor = span.range.lowerBound }
    let last = buffer.character(before: span.range.upperBound)?.start ?? span.range.upperBound
    caret =
      span.isLinewise ? lineStart(of: span.range.upperBound) : max(last, span.range.lowerBound)
    if span.isLinewise { self.vi?.mode = .visualLine }
  }

  private func lineStart(of position: TextBuffer.Position) -> TextBuffer.Position {
    TextBuffer.Position(line: position.line, offset: 0)
  }
}
