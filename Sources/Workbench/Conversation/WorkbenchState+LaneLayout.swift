import Conversation

extension WorkbenchState {
  /// The columns by which a message's text is set in from its header.
  package static var textIndent: Int { 3 }

  /// Lays out what is in view; called before each paint, at the cost of the text that is new.
  package mutating func layOut() {
    prompt.layOut(in: promptText)
    refreshLabels()
    refreshRuler()
    refreshInspector()
    scrollInStep()
    for column in laneColumns.columns {
      holdStillForCaret(in: column)
      layOutLane(column)
    }
    refreshDifferences()
    leaveOutWhatIsSame()
    updateSearch()
    dropLostSelection()
    layOutOutput()
    refreshDetails()
    refreshTurnTable()
    layOutTree()
  }

  /// Takes in what a lane gained, and lays out what is in view of it.
  mutating func layOutLane(_ column: LaneColumns.Column) {
    let notes = messageNotes
    let options = textOptions(of: column)
    // Nothing may hold the lane meanwhile: its text would be copied, however long it is.
    let tip =
      isShownInPast(column.lane)
      ? conversation.lanes[column.lane].past?.tip : conversation.lanes[column.lane].tip
    let tree = shownTree(ofLane: column.lane)
    conversation.lanes[column.lane].text.update(
      tip: tip,
      tree: tree,
      options: options,
      notes: notes
    )
    let height = laneView(of: column).rows
    repeat {
      let top = conversation.lanes[column.lane].topRow(height: height)
      guard layOut(rows: top..<top + height, of: column) else { return }
    } while true
  }

  private func textOptions(of column: LaneColumns.Column) -> LaneText.Options {
    let lane = conversation.lanes[column.lane]
    return LaneText.Options(
      width: max(1, column.body.columns - Self.textIndent - 1),
      wrapsCode: lane.wrapsCode,
      codeGutter: lane.numbersCode ? Self.codeGutter : 0,
      showsAllReasoning: showsAllReasoning,
      toggledReasoning: lane.toggledReasoning,
      rawMessages: lane.rawMessages
    )
  }

  /// - Returns: Whether rows have moved.
  mutating func layOut(rows: Range<Int>, of column: LaneColumns.Column) -> Bool {
    let notes = messageNotes
    let tree = shownTree(ofLane: column.lane)
    return conversation.lanes[column.lane].text.layOut(rows: rows, tree: tree, notes: notes)
  }

  /// Columns for the numbers of code's lines, with the space after them.
  private static var codeGutter: Int { 6 }

  /// Reads a message of a lane that was laid out, so that what it holds can be asked for.
  mutating func readMessage(at index: Int, lane: Int) {
    let notes = messageNotes
    let tree = shownTree(ofLane: lane)
    conversation.lanes[lane].text.readMessage(at: index, tree: tree, notes: notes)
  }

  /// The notes below a message.
  var messageNotes: (Message) -> [MessageNote] {
    let keyMap = keyMap
    guard !hidesNames else { return { MessageNote.notesWithoutNames(of: $0, keyMap: keyMap) } }
    return { MessageNote.notes(of: $0, keyMap: keyMap) }
  }

  /// Scrolls a lane by rows, downwards when positive.
  mutating func scroll(_ column: LaneColumns.Column, by rows: Int) {
    layOutLane(column)
    let height = laneView(of: column).rows
    if rows < 0 {
      // Rows above may turn out to be more or fewer than was thought; the text in view stays where it is.
      conversation.lanes[column.lane].holdPlace(height: height)
      repeat {
        let top = conversation.lanes[column.lane].topRow(height: height)
        guard layOut(rows: max(0, top + rows)..<top, of: column) else { break }
      } while true
    } else {
      let top = conversation.lanes[column.lane].topRow(height: height)
      while layOut(rows: top..<top + rows + height, of: column) {}
    }
    conversation.lanes[column.lane].scroll(by: rows, height: height)
  }

  /// Brings a place of a message to the top of a lane's view, as far as the text reaches; nothing moves where
  /// it is in view already and `always` is not asked for.
  ///
  /// `rowsAbove` are left above it where the view moves.
  mutating func reveal(
    _ place: MessageAnchor,
    in message: MessageID,
    of column: LaneColumns.Column,
    always: Bool = false,
    rowsAbove: Int = 0
  ) {
    layOutLane(column)
    let height = laneView(of: column).rows
    while let row = conversation.lanes[column.lane].text.row(of: place, in: message) {
      guard layOut(rows: row - rowsAbove..<row + height, of: column) else {
        let top = conversation.lanes[column.lane].topRow(height: height)
        if always || row < top || row >= top + height - 1 {
          conversation.lanes[column.lane].scroll(to: row - rowsAbove, height: height)
        }
        return
      }
    }
  }
}
