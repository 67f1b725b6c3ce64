import Conversation

extension WorkbenchState {
  /// Begins a search in the focused lane.
  mutating func beginSearch() {
    guard conversation.focusedLane.tip != nil else { return }
    conversation.search = ConversationSearch(in: conversation.focusedLane)
  }

  /// Looks for a text in the focused lane, and goes to where the current message first holds it.
  mutating func beginSearch(for text: String) {
    beginSearch()
    guard conversation.search != nil, let column = focusedColumn else { return }
    conversation.search?.editor = TextEditor(text)
    conversation.search?.isTyping = false
    layOutLane(column)
    updateSearch()
    guard let search = conversation.search, let current = conversation.focusedLane.current,
      let index = search.index(from: current, .header), search.hits[index].message == current
    else { return }
    conversation.search?.current = index
    revealHit(in: column)
    sayCount()
  }

  /// Gives a key to the query being typed.
  mutating func takeInSearch(_ key: Key) -> [Effect] {
    guard let search = conversation.search else { return [] }
    switch searchKey(key, in: search.editor) {
    case .leave: leaveSearch(search)
    case .accept:
      conversation.search?.isTyping = false
      if search.editor.isEmpty { conversation.search = nil } else { sayCount() }
    case .move(let step): goToHit(by: step)
    case .edit(let editor): lookFor(editor)
    case .none: break
    }
    return []
  }

  /// Takes another query, and goes to the hit that is nearest to where the search began.
  mutating func lookFor(_ editor: TextEditor) {
    guard var search = conversation.search, let lane = searchedLane else { return }
    search.editor = editor
    search.current = nil
    conversation.search = search
    restoreView(of: lane, search)
    updateSearch()
    goToNearestHit(in: lane)
  }

  /// Goes to the first hit from the top of the view on, else to the last one.
  private mutating func goToNearestHit(in lane: Int) {
    guard let column = laneColumns.columns.first(where: { $0.lane == lane }) else { return }
    layOutLane(column)
    let text = conversation.lanes[lane].text
    guard let (index, row) = text.locate(rowsInView(of: column).lowerBound) else { return }
    let place = text.text(at: index).anchor(ofRow: row)
    let found = conversation.search.flatMap { search in
      search.index(from: text.path[index], place)
        ?? (search.hits.isEmpty ? nil : search.hits.count - 1)
    }
    conversation.search?.current = found
    revealHit(in: column)
  }

  /// Goes to the next or previous hit, round at the ends.
  mutating func goToHit(by step: Int) {
    guard conversation.search != nil, let column = focusedColumn else {
      let key = keyMap.notation(for: .find) ?? "/"
      status = StatusMessage("nothing is looked for; \(key) searches")
      return
    }
    let lane = conversation.focusedLane.id
    conversation.search?.lane = lane
    updateSearch()
    guard let search = conversation.search, !search.hits.isEmpty else { return sayCount() }
    let count = search.hits.count
    let target = (search.current ?? (step > 0 ? -1 : count)) + step
    let next = (target + count) % count
    conversation.search?.current = next
    revealHit(in: column)
    sayCount(target < 0 ? ", on from the end" : target >= count ? ", on from the start" : "")
  }

  private mutating func sayCount(_ addition: String = "") {
    guard let search = conversation.search, !search.isTyping else { return }
    status = StatusMessage("\(search.count)\(addition): \(search.editor.text)", role: .match)
  }

  private mutating func revealHit(in column: LaneColumns.Column) {
    guard let hit = conversation.search?.currentHit else { return }
    let margin = laneView(of: column).rows / 3
    reveal(hit.anchor, in: hit.message, of: column, rowsAbove: margin)
    revealSideways(hit, in: column)
  }

  /// Moves the code of a lane where it is cut and the hit is not in view.
  private mutating func revealSideways(_ hit: SearchHit, in column: LaneColumns.Column) {
    let lane = conversation.lanes[column.lane]
    guard let index = lane.text.index(of: hit.message) else { return }
    let text = lane.text.text(at: index)
    let document = text.document(hit.section)
    let row = document.row(ofSourceOffset: hit.range.lowerBound)
    guard let columns = document.codeColumns(atRow: row, ofSource: hit.range) else { return }
    showCode(columns: columns, atRow: row, of: document, lane: column.lane)
  }

  /// Gives up the search, back to where it began.
  private mutating func leaveSearch(_ search: ConversationSearch) {
    if let lane = searchedLane { restoreView(of: lane, search) }
    conversation.search = nil
  }

  private mutating func restoreView(of lane: Int, _ search: ConversationSearch) {
    conversation.lanes[lane].selected = search.origin.selected
    conversation.lanes[lane].element = search.origin.element
    conversation.lanes[lane].scroll = search.origin.scroll
    conversation.lanes[lane].codeOffset = search.origin.codeOffset
  }

  /// The lane that is searched, by its index.
  private var searchedLane: Int? {
    conversation.search.flatMap { search in
      conversation.lanes.firstIndex { $0.id == search.lane }
    }
  }

  /// Looks again where something has changed; costs nothing while nothing is looked for.
  mutating func updateSearch() {
    guard conversation.search != nil else { return }
    guard let index = searchedLane, let tip = conversation.lanes[index].tip else {
      conversation.search = nil
      return
    }
    let lane = conversation.lanes[index]
    let path = lane.text.shows(tip, of: tree) ? lane.text.path : tree.path(to: tip)
    let scope = ConversationSearch.Scope(
      toggledReasoning: lane.toggledReasoning,
      rawMessages: lane.rawMessages,
      showsAllReasoning: showsAllReasoning
    )
    conversation.search?.update(path: path, tree: tree, laidOut: lane.text, scope: scope)
  }

  /// Goes on with a search through what messages show, where it has not ended.
  ///
  /// - Returns: Whether it found something, and whether there is more to do.
  mutating func searchWhenIdle() -> (isChanged: Bool, hasMore: Bool) {
    guard let search = conversation.search, search.isUnfinished, let lane = searchedLane else {
      return (false, false)
    }
    let text = conversation.lanes[lane].text
    conversation.search?.goOn(in: tree, laidOut: text)
    guard let found = conversation.search else { return (false, false) }
    let isFirst = search.hits.isEmpty && !found.hits.isEmpty
    if isFirst, found.isTyping { goToNearestHit(in: lane) }
    return (found.hits.count != search.hits.count || !found.isUnfinished, found.isUnfinished)
  }
}
