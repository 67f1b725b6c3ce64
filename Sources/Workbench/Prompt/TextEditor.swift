/// The prompt's text with a caret: readline's editing as a pure value.
///
/// The caret stands between characters (grapheme clusters). An edit costs as much as the lines that it
/// touches, whatever the size of the text; a paste is linear in its own length.
package struct TextEditor: Sendable, Equatable {
  /// What the last command was, where the next one depends on it.
  enum Streak: Sendable, Equatable {
    case none
    case typing
    case erasing
    case killing
    case yanking(Range<TextBuffer.Position>, entry: Int)
    /// Moving by rows towards a column.
    case climbing(column: Int)
  }

  package private(set) var buffer: TextBuffer
  package internal(set) var caret: TextBuffer.Position
  /// Changes with every change of the text.
  package private(set) var revision = 0
  private(set) var killRing = KillRing()
  private var undoStack = UndoStack()
  /// Pasted texts that stand in the buffer as one character each.
  private(set) var folds = PasteFolds()
  var streak = Streak.none
  /// Mode, register and half-typed command of vi's keys; `nil` with readline's.
  package internal(set) var vi: Vi?

  /// The caret is at the end; with vi's keys, in insert mode.
  package init(_ text: String = "", style: EditingStyle = .readline) {
    buffer = TextBuffer(text)
    caret = buffer.end
    use(style)
  }

  /// Changes whose keys the text is edited with.
  package mutating func use(_ style: EditingStyle) {
    guard (style == .vi) != (vi != nil) else { return }
    vi = style == .vi ? Vi() : nil
    undoStack.endGroup()
    if style == .vi { undoStack.beginGroup() }
  }

  /// The whole text, folds opened; linear in its length.
  package var text: String { folds.expanded(buffer.text) }

  package var isEmpty: Bool { buffer.isEmpty }

  /// Types text at the caret; what is typed in a row is undone word by word.
  package mutating func insert(_ text: String) {
    let continues = streak == .typing && !startsAWord(text)
    edit(caret..<caret, with: text, merging: continues)
    streak = .typing
    vi?.insertion.record(text)
  }

  /// Inserts text of any length as one edit; outside vi's insert mode at the end of a line, where the caret
  /// cannot stand behind the last character, after it.
  package mutating func paste(_ text: String) {
    switch vi?.mode {
    case nil: break
    case .insert: vi?.insertion.record(text)
    case .normal, .visual, .visualLine:
      let cursor = ViCursor(buffer, at: caret)
      if caret == cursor.lastOfLine { caret = cursor.next }
      vi?.mode = .normal
    }
    edit(caret..<caret, with: text)
    streak = .none
    settleCaret()
  }

  /// Replaces everything, as one edit; the caret goes to the end.
  package mutating func setText(_ text: String) {
    edit(buffer.start..<buffer.end, with: text)
    streak = .none
    vi?.insertion = .typing
    if vi?.mode.isVisual == true { vi?.mode = .normal }
    settleCaret()
  }

  /// Begins anew without undo, as after sending; what was killed can still be yanked.
  package mutating func reset(to text: String = "") {
    let ring = killRing
    var folds = folds
    folds.keep(onlyThoseIn: ring.entries + (vi?.keptTexts ?? []))
    let revision = revision
    let vi = vi
    self = TextEditor(text)
    self.revision = revision + 1
    killRing = ring
    self.folds = folds
    carryOn(vi)
  }

  /// Goes back to an earlier state of this editor, or to another; the revision goes on, so that whoever
  /// compares it sees the change.
  package mutating func restore(_ other: TextEditor) {
    let revision = revision
    let vi = vi
    var folds = folds
    folds.add(other.folds)
    self = other
    self.folds = folds
    self.revision = revision + 1
    carryOn(vi)
  }

  /// Goes on in insert mode, with the register as it was.
  private mutating func carryOn(_ vi: Vi?) {
    self.vi = vi
    self.vi?.begin()
    if vi == nil { undoStack.endGroup() } else { undoStack.beginGroup() }
  }

  /// Puts the caret at a position, or at the next one that is between characters.
  package mutating func moveCaret(to position: TextBuffer.Position) {
    caret = buffer.aligned(position)
    streak = .none
    vi?.insertion = .typing
  }

  /// Keeps a text to be folded and returns the character that stands for it; `nil` when there are too many.
  mutating func fold(_ text: String, lines: Int) -> String? {
    let numbers = buffer.lines.flatMap { folds.found(in: $0).map(\.fold.number) }
    return folds.add(text, lines: lines, number: (numbers.max() ?? 0) + 1)
  }

  private func startsAWord(_ text: String) -> Bool {
    guard let first = text.first, !first.isWhitespace else { return false }
    return buffer.character(before: caret)?.character.isWhitespace ?? true
  }
}

extension TextEditor {
  /// Replaces a range and puts the caret after what came in.
  mutating func edit(_ range: Range<TextBuffer.Position>, with text: String, merging: Bool = false)
  {
    guard !range.isEmpty || !text.isEmpty else { return }
    let removed = buffer.text(in: range)
    let caretBefore = caret
    let end = buffer.replace(range, with: text)
    caret = buffer.aligned(end)
    revision += 1
    let edit = UndoStack.Edit(
      start: range.lowerBound,
      removed: removed,
      removedEnd: range.upperBound,
      inserted: text,
      insertedEnd: end,
      caretBefore: caretBefore,
      caretAfter: caret
    )
    if merging { undoStack.merge(edit) } else { undoStack.record(edit) }
  }

  /// Removes a range into the kill ring; joined to the kill just before.
  mutating func kill(_ range: Range<TextBuffer.Position>, on side: KillRing.Side) {
    guard !range.isEmpty else { return }
    let text = buffer.text(in: range)
    if streak == .killing {
      killRing.extend(with: text, on: side)
    } else {
      killRing.push(text)
    }
    edit(range, with: "")
  }

  mutating func beginUndoGroup() { undoStack.beginGroup() }

  mutating func endUndoGroup() { undoStack.endGroup() }

  /// Undoes the last group of edits; the caret goes to where it began.
  ///
  /// - Returns: Whether there was one.
  mutating func undoGroup() -> Bool {
    let edits = undoStack.undoGroup()
    for edit in edits { buffer.replace(edit.start..<edit.insertedEnd, with: edit.removed) }
    return showChange(by: edits.last)
  }

  /// Does the group undone last again.
  ///
  /// - Returns: Whether there was one.
  mutating func redoGroup() -> Bool {
    let edits = undoStack.redoGroup()
    for edit in edits { buffer.replace(edit.start..<edit.removedEnd, with: edit.inserted) }
    return showChange(by: edits.first)
  }

  private mutating func showChange(by first: UndoStack.Edit?) -> Bool {
    guard let first else { return false }
    caret = buffer.aligned(first.caretBefore)
    revision += 1
    return true
  }

  mutating func undo() {
    guard let edit = undoStack.undo() else { return }
    buffer.replace(edit.start..<edit.insertedEnd, with: edit.removed)
    caret = edit.caretBefore
    revision += 1
  }

  mutating func redo() {
    guard let edit = undoStack.redo() else { return }
    buffer.replace(edit.start..<edit.removedEnd, with: edit.inserted)
    caret = edit.caretAfter
    revision += 1
  }
}
