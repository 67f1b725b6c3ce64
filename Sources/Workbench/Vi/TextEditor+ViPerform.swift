extension TextEditor {
  /// - Returns: Whether the command had something to work on.
  mutating func perform(_ command: ViCommand) -> Bool {
    let count = command.count ?? 1
    switch command.verb {
    case .operate(let change, let target): return operate(change, on: target, command.count)
    case .insert(let place):
      insert(at: place)
      vi?.mode = .insert
    case .put(let direction): return put(direction, count)
    case .replace(let character): return replace(with: character, count)
    case .toggleCase: return toggleCase(count)
    case .move, .undo, .redo, .repeatChange, .select, .selectObject, .swapEnds: return false
    }
    return true
  }

  private mutating func operate(
    _ change: ViOperator,
    on target: ViTarget,
    _ count: Int?
  ) -> Bool {
    if change == .join { return join(target, count) }
    guard var span = span(of: target, count) else { return false }
    let home = home(of: span, for: change, target)
    switch change {
    case .yank:
      take(span)
      caret = home
    case .delete:
      if target.isPlain { span = span.widenedForDeleting(in: buffer) }
      delete(span, from: home)
    case .change:
      take(span)
      caret = span.isLinewise ? span.lines(in: buffer).lowerBound : span.range.lowerBound
      edit(span.isLinewise ? span.lines(in: buffer) : span.range, with: "")
      vi?.mode = .insert
    case .uppercase: rewrite(span, home) { $0.uppercased() }
    case .lowercase: rewrite(span, home) { $0.lowercased() }
    case .toggleCase: rewrite(span, home) { $0.withCaseToggled }
    case .replace(let character):
      rewrite(span, home) { text in
        String(text.map { $0 == "\n" ? $0 : character })
      }
    case .join: break
    }
    return true
  }

  /// What a target takes of the text; `nil` where it is not there.
  private mutating func span(of target: ViTarget, _ count: Int?) -> ViSpan? {
    switch target {
    case .motion(let motion):
      let wanted = vi?.wantedColumn
      defer { vi?.wantedColumn = wanted }
      guard let landing = landing(of: motion, count, for: .operating) else { return nil }
      return ViSpan(from: caret, to: landing, in: buffer)
    case .object(let object):
      return ViObjectFinder(buffer: buffer, place: caret).span(of: object, count ?? 1)
    case .lines:
      let last = min(caret.line + (count ?? 1) - 1, buffer.lines.count - 1)
      guard count ?? 1 == 1 || last > caret.line else { return nil }
      return ViSpan(range: caret..<max(caret, buffer.endOfLine(last)), isLinewise: true)
    case .selection: return selectedSpan
    case .selectedLines:
      return selectedSpan.map { span in
        let last = selection.map { buffer.character(before: $0.upperBound)?.start ?? $0.upperBound }
        let end = max(span.range.lowerBound, last ?? span.range.upperBound)
        return ViSpan(range: span.range.lowerBound..<end, isLinewise: true)
      }
    case .extent(let extent): return span(of: extent)
    }
  }

  private func span(of extent: ViExtent) -> ViSpan {
    let line = min(caret.line + extent.lines, buffer.lines.count - 1)
    let end = buffer.endOfLine(line)
    guard let characters = extent.characters else {
      return ViSpan(range: caret..<max(caret, end), isLinewise: true)
    }
    let start = extent.lines == 0 ? caret : TextBuffer.Position(line: line, offset: 0)
    var cursor = ViCursor(buffer, at: max(start, caret))
    for _ in 0..<characters where !cursor.isAtLineEnd { cursor.step(.forward) }
    return ViSpan(range: caret..<max(caret, cursor.position), isLinewise: false)
  }

  /// Where the caret goes: the start of the stretch, and where whole lines are rewritten that of the line.
  private func home(
    of span: ViSpan,
    for change: ViOperator,
    _ target: ViTarget
  ) -> TextBuffer.Position {
    let start = span.range.lowerBound
    let isAtLineStart = change == .yank ? selectedSpan != nil : target.isOfLines
    guard span.isLinewise, isAtLineStart else { return start }
    if target == .lines { return min(start, ViCursor(buffer, at: start).firstNonBlank) }
    return TextBuffer.Position(line: start.line, offset: 0)
  }

  private mutating func rewrite(
    _ span: ViSpan,
    _ home: TextBuffer.Position,
    _ change: (String) -> String
  ) {
    caret = home
    edit(
      span.isLinewise ? span.lines(in: buffer) : span.range,
      with: change(span.text(in: buffer))
    )
    caret = buffer.aligned(home)
  }

  /// Takes a stretch into the register; nothing at all leaves that as it is.
  mutating func take(_ span: ViSpan) {
    guard span.isLinewise || !span.range.isEmpty else { return }
    vi?.register = ViRegister(text: span.text(in: buffer), isLinewise: span.isLinewise)
  }

  private mutating func delete(_ span: ViSpan, from home: TextBuffer.Position) {
    take(span)
    caret = home
    guard span.isLinewise else {
      edit(span.range, with: "")
      return
    }
    var lines = span.lines(in: buffer)
    if let end = buffer.character(after: lines.upperBound)?.end {
      lines = lines.lowerBound..<end
    } else if let start = buffer.character(before: lines.lowerBound)?.start {
      lines = start..<lines.upperBound
    }
    edit(lines, with: "")
    caret = TextBuffer.Position(
      line: min(span.range.lowerBound.line, buffer.lines.count - 1),
      offset: 0
    )
    caret = ViCursor(buffer, at: caret).firstNonBlank
  }
}

extension ViTarget {
  /// Whether it is no selection.
  fileprivate var isPlain: Bool {
    switch self {
    case .motion, .object: true
    case .lines, .selection, .selectedLines, .extent: false
    }
  }

  /// Whether it is lines in themselves, rather than by the way the caret went.
  fileprivate var isOfLines: Bool {
    if case .motion = self { return false }
    return true
  }
}

extension String {
  /// Upper case for lower and the other way round.
  var withCaseToggled: String {
    map { $0.isUppercase ? $0.lowercased() : $0.uppercased() }.joined()
  }
}
