import Conversation
import Typeset

extension WorkbenchState {
  /// Moves the caret, and brings it into view.
  mutating func moveCaret(_ move: (inout TextWalk, Int) -> Void) {
    guard let column = focusedColumn, let selection = conversation.selection else { return }
    let height = laneView(of: column).rows
    var reach = max(2, height)
    while let start = walk(
      from: selection.caret,
      footing: selection.footing,
      in: column,
      reach: reach
    ) {
      var walk = start
      let wanted = selection.wantedColumn ?? walk.column
      move(&walk, height)
      let isStuck = walk.row == start.row && walk.index == start.index
      if isStuck, walk.ranOut {
        reach *= 4
        continue
      }
      if walk.keepsColumn, !isStuck { walk.move(toColumn: wanted) }
      stand(on: walk, in: column)
      conversation.selection?.wantedColumn = walk.keepsColumn ? wanted : nil
      return
    }
  }

  mutating func moveCaretToEdge(_ command: CommandID) {
    guard let column = focusedColumn else { return }
    layOutLane(column)
    let path = conversation.focusedLane.text.path
    guard let id = command == .caretTop ? path.first : path.last else { return }
    let place =
      command == .caretTop
      ? TextPlace(message: id, section: .reasoning, offset: 0)
      : TextPlace(message: id, section: .content, offset: tree[id].content.utf8.count)
    conversation.selection?.wantedColumn = nil
    if let walk = walk(from: place, in: column) {
      stand(on: walk, in: column)
    }
  }

  /// Takes where a walk ended as the caret's place, and scrolls as little as brings it into view.
  mutating func stand(on walk: TextWalk, in column: LaneColumns.Column) {
    guard let place = walk.place else { return }
    conversation.selection?.caret = place
    conversation.selection?.footing = walk.footing
    defer { showCaretSideways(walk, in: column) }
    let anchor = place.anchor(walk.footing)
    let height = laneView(of: column).rows
    // What comes into view may take other rows than was thought.
    for _ in 0..<4 {
      layOutLane(column)
      let lane = conversation.lanes[column.lane]
      let view = rowsInView(of: column)
      guard let row = lane.text.row(of: anchor, in: place.message), !view.contains(row) else {
        return
      }
      if row < view.lowerBound {
        conversation.lanes[column.lane].stop(atTop: lane.text.rowWithHeader(row, height: height))
      } else if row + 2 >= lane.text.rowCount, !lane.isStreaming {
        conversation.lanes[column.lane].scroll = .following
      } else {
        conversation.lanes[column.lane].stop(atTop: row - height + 1)
      }
    }
  }

  /// Lays out what is around a place, and stands there.
  mutating func walk(
    from place: TextPlace,
    footing: TextFooting? = nil,
    in column: LaneColumns.Column,
    reach: Int? = nil
  ) -> TextWalk? {
    layOutLane(column)
    let reach = reach ?? max(2, laneView(of: column).rows)
    let index = column.lane
    var rows = 0..<0
    while let row = conversation.lanes[index].text.row(
      of: place.anchor(footing),
      in: place.message
    ) {
      rows = max(0, row - reach)..<row + reach
      guard layOut(rows: rows, of: column) else { break }
    }
    return TextWalk(conversation.lanes[index].text, at: place, footing: footing, rows: rows)
  }

  /// Moves the code of a lane where it is cut and the caret is not in view.
  private mutating func showCaretSideways(_ walk: TextWalk, in column: LaneColumns.Column) {
    guard let (document, row) = document(atRow: walk.row, lane: column.lane),
      let start = document.codeTextColumn(ofRow: row), walk.cells.indices.contains(walk.index)
    else { return }
    let columns = walk.cells[walk.index].columns
    showCode(
      columns: columns.lowerBound - start..<columns.upperBound - start,
      atRow: row,
      of: document,
      lane: column.lane
    )
  }

  /// Moves the code of a lane so that columns of a line are in view, where it is cut and they are not.
  mutating func showCode(columns: Range<Int>, atRow row: Int, of document: Document, lane: Int) {
    guard !conversation.lanes[lane].wrapsCode else { return }
    // The last column may show that the line is cut.
    let room = document.codeRoom(atRow: row) - 1
    let offset = conversation.lanes[lane].codeOffset
    guard columns.lowerBound < offset || columns.upperBound > offset + room else { return }
    let behind = columns.upperBound + room / 4 - room
    conversation.lanes[lane].codeOffset = max(0, min(columns.lowerBound, behind))
  }

  /// The text on a row of a lane, and the row there.
  func document(atRow row: Int, lane: Int) -> (document: Document, row: Int)? {
    let text = conversation.lanes[lane].text
    guard let (index, inMessage) = text.locate(row),
      let (section, own) = text.text(at: index).sectionRow(inMessage)
    else { return nil }
    return (text.text(at: index).document(section), own)
  }

  /// The columns by which a row of a lane is moved to the left.
  func sidewaysOffset(ofRow row: Int, lane: Int) -> Int {
    guard let (document, own) = document(atRow: row, lane: lane),
      document.codeTextColumn(ofRow: own) != nil
    else { return 0 }
    return conversation.lanes[lane].codeOffset
  }

  /// Lets a view that follows a stream stand still while the reader is at a place of its text.
  mutating func holdStillForCaret(in column: LaneColumns.Column) {
    let lane = conversation.lanes[column.lane]
    guard lane.isStreaming, let selection = conversation.selection, selection.lane == lane.id,
      !selection.isOfPointer || pointerHold != nil
    else { return }
    conversation.lanes[column.lane].holdPlace(height: laneView(of: column).rows)
  }

  /// Where the caret stands in a lane's view, from its top left; `nil` where it is not in view.
  package func caretCell(in column: LaneColumns.Column) -> (row: Int, column: Int)? {
    let lane = conversation.lanes[column.lane]
    let view = rowsInView(of: column)
    guard let selection = conversation.selection, selection.lane == lane.id,
      let walk = TextWalk(
        lane.text,
        at: selection.caret,
        footing: selection.footing,
        rows: view
      ),
      walk.place == selection.caret, view.contains(walk.row)
    else { return nil }
    let shown = walk.column - sidewaysOffset(ofRow: walk.row, lane: column.lane)
    guard (0..<lane.text.text(at: 0).options.width).contains(shown) else { return nil }
    return (walk.row - view.lowerBound, Self.textIndent + shown)
  }
}

extension LaneText {
  /// The row of the header above where a message's text begins on a row, so that the header is shown too.
  fileprivate func rowWithHeader(_ row: Int, height: Int) -> Int {
    guard let (index, inMessage) = locate(row), inMessage < height,
      text(at: index).row(inMessage) == .body(row: 0)
    else { return row }
    return row - inMessage
  }
}

extension Lane {
  /// Puts a row at the top of the view, which does not follow then.
  fileprivate mutating func stop(atTop row: Int) {
    guard let (index, inMessage) = text.locate(max(0, row)) else { return }
    scroll = .at(message: text.path[index], place: text.text(at: index).anchor(ofRow: inMessage))
  }
}
