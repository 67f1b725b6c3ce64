import Conversation
import Typeset

extension WorkbenchState {
  /// Colours the code in view, as far as its languages are open; called after `layOut()`, before a paint.
  package mutating func colourView(using highlighter: Highlighter) {
    let isChanged = colourView(using: highlighter, opensLanguages: false)
    if isChanged { screenChange.insert(.conversation) }
  }

  /// Does a slice of what can wait, a few milliseconds' worth: searching, colouring.
  ///
  /// - Returns: Whether there may be more to do; what changed on screen is noted.
  package mutating func workWhenIdle(using highlighter: Highlighter) -> Bool {
    let search = searchWhenIdle()
    let work =
      search.isChanged || search.hasMore
      ? (isChanged: search.isChanged, hasMore: true) : colourWhenIdle(using: highlighter)
    if work.isChanged { screenChange = .everything }
    return work.hasMore
  }

  /// Colours code in the time that nothing else needs, a few milliseconds a call: first what is in view, then
  /// the rest of the messages in view.
  ///
  /// - Returns: Whether the screen has changed, and whether there may be more to do.
  package mutating func colourWhenIdle(
    using highlighter: Highlighter
  ) -> (isChanged: Bool, hasMore: Bool) {
    if colourView(using: highlighter, opensLanguages: true) { return (true, true) }
    var budget = Document.ColourBudget(lines: 50, opensLanguages: true)
    var result = (isChanged: false, hasMore: false)
    for column in laneColumns.columns where budget.lines > 0 {
      let rows = rowsInView(of: column)
      let (isChanged, hasMore) = conversation.lanes[column.lane].text.colourRest(
        ofMessagesOn: rows,
        using: highlighter,
        budget: &budget
      )
      result = (result.isChanged || isChanged, result.hasMore || hasMore)
    }
    return result
  }

  private mutating func colourView(using highlighter: Highlighter, opensLanguages: Bool) -> Bool {
    // At least as many as are in view, so that none of them has to wait for its turn.
    let rows = laneColumns.columns.reduce(0) { $0 + $1.body.rows }
    var budget = Document.ColourBudget(lines: max(150, rows), opensLanguages: opensLanguages)
    var isChanged = false
    for column in laneColumns.columns {
      let rows = rowsInView(of: column)
      let lane = column.lane
      if conversation.lanes[lane].text.colour(rows: rows, using: highlighter, budget: &budget) {
        isChanged = true
      }
    }
    return isChanged
  }
}
