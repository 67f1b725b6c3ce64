import Conversation
import Typeset

extension WorkbenchState {
  /// Puts a caret into the text: at the current piece of code or link where it is in view, else at the view's top.
  mutating func beginSelection() {
    guard let column = focusedColumn else { return }
    layOutLane(column)
    let lane = conversation.focusedLane
    let rows = rowsInView(of: column)
    var place: TextPlace?
    if let id = lane.selected, let element = lane.element,
      let row = lane.text.row(of: .body(offset: element.source), in: id), rows.contains(row)
    {
      place = TextPlace(message: id, offset: element.source)
    } else if let first = bodyRows(in: rows, of: column).first {
      place = TextPlace(message: first.id, offset: first.text.body.sourceOffset(ofRow: first.row))
    }
    guard let place, let walk = walk(from: place, in: column), let start = walk.place else {
      status = StatusMessage("there is no text in view to select")
      return
    }
    focus = .conversation
    conversation.selection = TextSelection(lane: lane.id, at: start)
    sayHowToSelect()
  }

  private mutating func sayHowToSelect() {
    let keys = [
      (CommandID.selectCharacters, "by character"), (.selectLines, "by line"),
      (.copySelection, "copies"), (.leaveSelection, "leaves"),
    ]
    let words = keys.compactMap { id, words in keyMap.notation(for: id).map { "\($0) \(words)" } }
    status = StatusMessage("selecting: " + words.joined(separator: ", "))
  }

  /// Gives a key to the selection; `nil` where it has no meaning there.
  mutating func takeInSelection(_ key: Key) -> [Effect]? {
    guard let selection = conversation.selection else { return nil }
    if selection.isOfPointer || focus != .conversation {
      conversation.selection = nil
      return nil
    }
    guard let command = keyMap.command(for: key, in: .selection) else {
      return keyMap.command(for: key, in: .everywhere) == nil ? [] : nil
    }
    return perform(command)
  }

  mutating func performInSelection(_ command: CommandID) -> [Effect] {
    guard let selection = conversation.selection else { return [] }
    switch command {
    case .selectCharacters: setSelection(.characters)
    case .selectLines: setSelection(.lines)
    case .swapEnds:
      conversation.selection?.caret = selection.anchor
      conversation.selection?.anchor = selection.caret
      moveCaret { _, _ in }
    case .copySelection: return copySelection()
    case .leaveSelection: conversation.selection = nil
    case .caretTop, .caretEnd: moveCaretToEdge(command)
    default: moveCaret { walk, height in Self.move(&walk, by: command, height: height) }
    }
    return []
  }

  private mutating func setSelection(_ mode: TextSelection.Mode) {
    guard let selection = conversation.selection else { return }
    if selection.mode == .caret { conversation.selection?.anchor = selection.caret }
    conversation.selection?.mode = selection.mode == mode ? .caret : mode
  }

  /// Copies the source of what is selected, and leaves.
  mutating func copySelection() -> [Effect] {
    guard let selection = conversation.selection,
      let lane = conversation.lanes.first(where: { $0.id == selection.lane })
    else { return [] }
    let text = selection.text(path: tree.path(to: lane.tip), tree: tree)
    conversation.selection = nil
    return text.isEmpty ? [] : [.copy(text, what: "the selection")]
  }

  private static func move(_ walk: inout TextWalk, by command: CommandID, height: Int) {
    switch command {
    case .caretLeft: walk.previous()
    case .caretRight: walk.next()
    case .caretDown: walk.moveRow(by: 1)
    case .caretUp: walk.moveRow(by: -1)
    case .caretNextWord: walk.nextWord()
    case .caretPreviousWord: walk.previousWord()
    case .caretWordEnd: walk.wordEnd()
    case .caretRowStart: walk.moveToStartOfRow()
    case .caretRowEnd: walk.moveToEndOfRow()
    case .caretHalfPageDown: for _ in 0..<max(1, height / 2) { walk.moveRow(by: 1) }
    case .caretHalfPageUp: for _ in 0..<max(1, height / 2) { walk.moveRow(by: -1) }
    case .caretNextParagraph: walk.paragraph(by: 1)
    case .caretPreviousParagraph: walk.paragraph(by: -1)
    default: break
    }
    switch command {
    case .caretDown, .caretUp, .caretHalfPageDown, .caretHalfPageUp: walk.keepsColumn = true
    default: walk.keepsColumn = false
    }
  }

  /// Moves the caret, and brings it into view.
  private mutating func moveCaret(_ move: (inout TextWalk, Int) -> Void) {
    guard let column = focusedColumn, let selection = conversation.selection,
      var walk = walk(from: selection.caret, in: column)
    else { return }
    let wanted = selection.wantedColumn ?? walk.column
    move(&walk, laneView(of: column).rows)
    if walk.keepsColumn { walk.move(toColumn: wanted) }
    guard let place = walk.place else { return }
    conversation.selection?.caret = place
    conversation.selection?.wantedColumn = walk.keepsColumn ? wanted : nil
    reveal(.body(offset: place.offset), in: place.message, of: column)
  }

  private mutating func moveCaretToEdge(_ command: CommandID) {
    guard let column = focusedColumn else { return }
    layOutLane(column)
    let path = conversation.focusedLane.text.path
    guard let id = command == .caretTop ? path.first : path.last else { return }
    let offset = command == .caretTop ? 0 : tree[id].content.utf8.count
    conversation.selection?.wantedColumn = nil
    if let walk = walk(from: TextPlace(message: id, offset: offset), in: column),
      let place = walk.place
    {
      conversation.selection?.caret = place
      reveal(.body(offset: place.offset), in: place.message, of: column)
    }
  }

  /// Lays out what is around a place, and stands there.
  mutating func walk(from place: TextPlace, in column: LaneColumns.Column) -> TextWalk? {
    layOutLane(column)
    let height = max(2, laneView(of: column).rows)
    let index = column.lane
    var rows = 0..<0
    while let row = conversation.lanes[index].text.row(
      of: .body(offset: place.offset),
      in: place.message
    ) {
      rows = max(0, row - height)..<row + height
      guard layOut(rows: rows, of: column) else { break }
    }
    let lane = conversation.lanes[index]
    return TextWalk(lane.text, at: place, rows: rows, codeOffset: lane.codeOffset)
  }

  /// Where the caret stands in a lane's view, from its top left; `nil` where it is not in view.
  package func caretCell(in column: LaneColumns.Column) -> (row: Int, column: Int)? {
    let lane = conversation.lanes[column.lane]
    let view = rowsInView(of: column)
    guard let selection = conversation.selection, selection.lane == lane.id,
      let walk = TextWalk(lane.text, at: selection.caret, rows: view, codeOffset: lane.codeOffset),
      walk.place == selection.caret
    else { return nil }
    return (walk.row - view.lowerBound, Self.textIndent + walk.column)
  }

  /// Gives up a selection whose text is not shown any more.
  mutating func dropLostSelection() {
    guard let selection = conversation.selection else { return }
    let lane = conversation.lanes.first { $0.id == selection.lane }
    let path = lane?.text.path ?? []
    if ![selection.caret, selection.anchor].allSatisfy({ path.contains($0.message) }) {
      conversation.selection = nil
    }
  }
}
