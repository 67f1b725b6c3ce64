import Conversation
import Typeset

extension WorkbenchState {
  /// Puts a caret into the text: at the current piece of code or link where it is in view, else at the view's top.
  mutating func beginSelection() {
    guard let column = focusedColumn else { return }
    layOutLane(column)
    guard let walk = startOfSelection(in: column), let start = walk.place else {
      status = StatusMessage("there is no text in view to select")
      return
    }
    focus = .conversation
    conversation.selection = TextSelection(lane: conversation.focusedLane.id, at: start)
    stand(on: walk, in: column)
    sayHowToSelect()
  }

  private mutating func startOfSelection(in column: LaneColumns.Column) -> TextWalk? {
    let lane = conversation.lanes[column.lane]
    let rows = rowsInView(of: column)
    if let id = lane.selected, let element = lane.element,
      let row = lane.text.row(of: element.anchor, in: id), rows.contains(row)
    {
      let place = TextPlace(message: id, section: element.section, offset: element.source)
      return walk(from: place, in: column)
    }
    let left = sidewaysOffset(ofRow: rows.lowerBound, lane: column.lane)
    return TextWalk(lane.text, from: (rows.lowerBound, left), rows: rows)
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
    let text = selection.text(path: tree.path(to: lane.tip), tree: tree) {
      lane.showsReasoning(of: $0, byDefault: showsAllReasoning)
    }
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

  /// Finds what the ends of the selection stand in as a whole, by the layout.
  mutating func refreshSelectedWholes() {
    guard let selection = conversation.selection,
      let lane = conversation.lanes.first(where: { $0.id == selection.lane })
    else { return }
    func whole(_ place: TextPlace) -> Range<Int>? {
      lane.text.index(of: place.message).flatMap {
        lane.text.text(at: $0).document(place.section).whole(ofSource: place.offset)
      }
    }
    conversation.selection?.wholes = (whole(selection.caret), whole(selection.anchor))
  }

  /// Gives up a selection whose text is not shown any more.
  mutating func dropLostSelection() {
    guard let selection = conversation.selection else { return }
    let lane = conversation.lanes.first { $0.id == selection.lane }
    let isShown = [selection.caret, selection.anchor].allSatisfy { place in
      guard let lane, lane.text.index(of: place.message) != nil else { return false }
      return place.section == .content
        || lane.showsReasoning(of: tree[place.message], byDefault: showsAllReasoning)
    }
    if !isShown { conversation.selection = nil }
  }
}
