/// The edits of a text, to be taken back and done again.
struct UndoStack: Sendable, Equatable {
  /// One replacement and where the caret stood.
  struct Edit: Sendable, Equatable {
    var start: TextBuffer.Position
    var removed: String
    var removedEnd: TextBuffer.Position
    var inserted: String
    var insertedEnd: TextBuffer.Position
    var caretBefore: TextBuffer.Position
    var caretAfter: TextBuffer.Position
    /// Edits of one group are undone together by `undoGroup`.
    var group: Int?
  }

  private static let mostEdits = 1_000
  private static let mostBytes = 64 << 20

  private var done: [Edit] = []
  private var undone: [Edit] = []
  private var bytes = 0
  private var group: Int?
  private var groupCount = 0

  /// Puts the edits from here on, up to `endGroup`, into a new group.
  mutating func beginGroup() {
    groupCount += 1
    group = groupCount
  }

  mutating func endGroup() { group = nil }

  mutating func record(_ edit: Edit) {
    undone = []
    var edit = edit
    edit.group = group
    done.append(edit)
    bytes += edit.bytes
    while done.count > Self.mostEdits || done.count > 1 && bytes > Self.mostBytes {
      bytes -= done.removeFirst().bytes
    }
  }

  /// Joins an edit to the last one where they touch, so that both are undone together.
  mutating func merge(_ edit: Edit) {
    guard let last = done.last, last.group == group, let joined = last.joined(with: edit) else {
      return record(edit)
    }
    undone = []
    bytes += joined.bytes - last.bytes
    done[done.count - 1] = joined
  }

  mutating func undo() -> Edit? {
    guard let edit = done.popLast() else { return nil }
    bytes -= edit.bytes
    undone.append(edit)
    return edit
  }

  mutating func redo() -> Edit? {
    guard let edit = undone.popLast() else { return nil }
    bytes += edit.bytes
    done.append(edit)
    return edit
  }

  /// The edits of the last group, newest first; a single one where it has none.
  mutating func undoGroup() -> [Edit] {
    guard let last = undo() else { return [] }
    var edits = [last]
    while last.group != nil, done.last?.group == last.group, let edit = undo() {
      edits.append(edit)
    }
    return edits
  }

  /// The edits of the group undone last, oldest first.
  mutating func redoGroup() -> [Edit] {
    guard let first = redo() else { return [] }
    var edits = [first]
    while first.group != nil, undone.last?.group == first.group, let edit = redo() {
      edits.append(edit)
    }
    return edits
  }
}

extension UndoStack.Edit {
  fileprivate var bytes: Int { removed.utf8.count + inserted.utf8.count }

  /// Typing after typing, or erasing backwards after erasing.
  fileprivate func joined(with next: Self) -> Self? {
    var joined = self
    joined.caretAfter = next.caretAfter
    if removed.isEmpty, next.removed.isEmpty, next.start == insertedEnd {
      joined.inserted += next.inserted
      joined.insertedEnd = next.insertedEnd
      return joined
    }
    if inserted.isEmpty, next.inserted.isEmpty, next.removedEnd == start {
      joined.removed = next.removed + removed
      joined.start = next.start
      joined.insertedEnd = next.start
      return joined
    }
    return nil
  }
}
