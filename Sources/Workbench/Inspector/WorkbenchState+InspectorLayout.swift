extension WorkbenchState {
  /// Where the inspector stands, its title row first: below the lanes, or where that leaves neither room enough, over
  /// them.
  package var inspectorArea: Rect? {
    guard conversation.inspector != nil else { return nil }
    var area = layout.conversation
    area.rows -= rulerArea?.rows ?? 0
    guard area.rows >= Self.leastRowsForBoth else {
      // The frame's own line bears the title.
      if layout.mainFrame != nil { (area.row, area.rows) = (area.row - 1, area.rows + 1) }
      return area
    }
    let rows = min(Self.mostInspectorRows, max(Self.leastInspectorRows, area.rows * 2 / 3))
    return Rect(row: area.endRow - rows, column: area.column, rows: rows, columns: area.columns)
  }

  /// Whether the inspector takes all of the conversation's room.
  package var isConversationCovered: Bool {
    conversation.inspector != nil
      && layout.conversation.rows - (rulerArea?.rows ?? 0) < Self.leastRowsForBoth
  }

  /// The inspector's area below its title.
  package var inspectorBody: Rect? {
    inspectorArea.map {
      Rect(row: $0.row + 1, column: $0.column, rows: $0.rows - 1, columns: $0.columns)
    }
  }

  private static var leastRowsForBoth: Int { 25 }
  private static var leastInspectorRows: Int { 19 }
  private static var mostInspectorRows: Int { 27 }

  /// Where the parts of the page of gaps stand; each may be empty.
  package struct GapAreas: Sendable, Hashable {
    package var figures: Rect
    package var strip: Rect
    package var marks: Rect
    package var cursor: Rect
    package var rate: Rect
    package var bins: Rect
  }

  package var gapAreas: GapAreas? {
    guard let body = inspectorBody else { return nil }
    let axis = body.columns >= 50 ? 10 : 0
    let track = (column: body.column + axis, columns: max(1, body.columns - axis - 1))
    var row = body.row
    func take(_ rows: Int, _ place: (column: Int, columns: Int)) -> Rect {
      let rows = max(0, min(rows, body.endRow - row))
      defer { row += rows }
      return Rect(row: row, column: place.column, rows: rows, columns: place.columns)
    }
    let whole = (column: body.column, columns: body.columns)
    let free = body.rows - 4
    let hasTwoLines = body.rows >= 12
    let bins = max(0, min(8, (free - 1) * 2 / 5))
    let stripRows = max(1, min(8, free - bins - (hasTwoLines ? 2 : 0)))
    let figures = take(hasTwoLines ? 2 : 1, whole)
    let strip = take(stripRows, track)
    let marks = take(1, track)
    let cursor = take(1, whole)
    let rate = take(1, track)
    if hasTwoLines { row += 1 }
    return GapAreas(
      figures: figures,
      strip: strip,
      marks: marks,
      cursor: cursor,
      rate: rate,
      bins: take(bins >= 2 ? bins : 0, whole)
    )
  }

  var gapStripColumns: Int { gapAreas?.strip.columns ?? 1 }

  /// The rows for the alternatives to a token.
  package var tokensAlternativeRows: Int {
    guard let page = conversation.inspector?.tokens, page.pieces == .tokens else { return 1 }
    return page.showsAlternatives ? max(1, min(5, (inspectorBody?.rows ?? 1) / 3)) : 0
  }

  /// The rows for the text that is cut into pieces.
  package var tokensTextRows: Int { max(1, (inspectorBody?.rows ?? 1) - 2 - tokensAlternativeRows) }

  var tokensTextColumns: Int { max(1, (inspectorBody?.columns ?? 1) - 2) }
}
