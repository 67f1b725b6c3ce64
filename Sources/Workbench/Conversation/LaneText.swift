import Conversation
import Typeset

/// The laid-out messages of a lane: a cache, filled for the lane's width just before it is needed.
///
/// What is in view is exact; messages that were never in view are not read, and their rows are an estimate.
/// Where messages are to be shown another way, that too is done when they come into view. Bringing it up to
/// date costs as much as what has changed, however many messages there are.
package struct LaneText: Sendable {
  /// How a lane's messages are shown.
  struct Options: Sendable, Equatable {
    var width: Int
    var wrapsCode = false
    var codeGutter = 0
    var showsAllReasoning = false
    /// Messages whose reasoning is shown against the default.
    var toggledReasoning: Set<MessageID> = []
    var rawMessages: Set<MessageID> = []

    /// Files of the user's are folded unless this message's are wanted.
    func of(_ message: Message) -> MessageText.Options {
      MessageText.Options(
        width: width,
        wrapsCode: wrapsCode,
        codeGutter: codeGutter,
        isRaw: rawMessages.contains(message.id),
        showsReasoning: toggledReasoning.contains(message.id)
          != (showsAllReasoning && message.isReply)
      )
    }
  }

  /// The messages shown, oldest first.
  package private(set) var path: [MessageID] = []
  /// The first row of each message of `path`; the last entry is the count of all rows.
  package private(set) var starts = [0]
  /// The layouts of `path`, in its order.
  private var texts: [MessageText] = []
  private(set) var setAside = SetAsideTexts()
  private var tip: MessageID?
  /// The tree's shape when the path was last looked up.
  private var shape = 0
  private var options = Options(width: 0)
  /// The messages whose rows may have changed since the starts were counted; all behind them have only moved.
  private var stale = 0..<0
  /// How often a layout was looked at to bring it up to date, for tests of the cost.
  private(set) var touches = 0

  package var rowCount: Int { starts[starts.count - 1] }

  /// The place of a message in `path`; `nil` when it is not on it.
  package func index(of id: MessageID) -> Int? {
    // Along a path, later messages have higher ids.
    let index = path.partition { $0 < id }
    return index < path.count && path[index] == id ? index : nil
  }

  /// The layout of a message of `path`, by its index there.
  package func text(at index: Int) -> MessageText { texts[index] }

  /// Whether `path` is that to a message as the tree is now.
  func shows(_ tip: MessageID?, of tree: MessageTree) -> Bool {
    tip == self.tip && shape == tree.shape
  }

  /// Takes in what the messages gained since the last call, another path, another way of showing them.
  mutating func update(
    tip newTip: MessageID?,
    tree: MessageTree,
    options newOptions: Options,
    notes: (Message) -> [MessageNote]
  ) {
    if newOptions != options {
      let isResized = newOptions.width != options.width
      options = newOptions
      if isResized { for index in path.indices { showAsWanted(index, tree: tree) } }
    }
    // Only the last message of a path can stream, but one that was set aside may have.
    var firstUnread = max(0, path.count - 1)
    if !shows(newTip, of: tree) {
      firstUnread = min(firstUnread, show(tree.path(to: newTip), tree: tree))
    }
    (tip, shape) = (newTip, tree.shape)
    for index in firstUnread..<path.count where !texts[index].isFrozen {
      showAsWanted(index, tree: tree)
      read(index, tree: tree, notes: notes)
    }
    readNewest(from: firstUnread, tree: tree, notes: notes)
    updateStarts()
  }

  /// Shows a message the way that is wanted by now.
  ///
  /// - Returns: Whether that has changed.
  @discardableResult
  private mutating func showAsWanted(_ index: Int, tree: MessageTree) -> Bool {
    touches += 1
    let message = tree[path[index]]
    let wanted = options.of(message)
    guard texts[index].options != wanted else { return false }
    texts[index].show(message, as: wanted)
    note(stale: index)
    return true
  }

  /// Takes in that messages were changed by others; the last one of the path, which grows, keeps what is laid out.
  mutating func takeChanges(of ids: Set<MessageID>, in tree: MessageTree) {
    for id in ids {
      _ = setAside.take(id)
      guard let index = index(of: id) else { continue }
      let message = tree[id]
      if index == path.count - 1, texts[index].isBeginning(of: message) { continue }
      texts[index] = MessageText(message, options: options.of(message))
      note(stale: index)
    }
  }

  /// Goes back with a message to what it was earlier, where more of it is laid out.
  mutating func turnBack(_ message: Message, notes: (Message) -> [MessageNote]) {
    _ = setAside.take(message.id)
    guard let index = index(of: message.id), texts[index].isBeyond(message) else { return }
    texts[index].turnBack(to: message, notes: notes(message))
    note(stale: index)
    updateStarts()
  }

  /// Shows only what is marked of a message, or all of it again.
  ///
  /// - Returns: Whether rows have moved.
  mutating func showOnly(_ marks: [LaneDifference.Mark]?, of id: MessageID) -> Bool {
    guard let index = index(of: id), texts[index].showOnly(marks) else { return false }
    note(stale: index)
    updateStarts()
    return true
  }

  /// Bytes of messages that are read though they may be out of view: with most conversations that is all.
  private static let bytesReadAhead = 32_768

  /// Reads messages that are not known, from the last one back, as many as cost little.
  private mutating func readNewest(
    from first: Int,
    tree: MessageTree,
    notes: (Message) -> [MessageNote]
  ) {
    var left = Self.bytesReadAhead
    for index in (first..<max(first, path.count)).reversed() where !texts[index].isRead {
      left -= tree[path[index]].content.utf8.count
      guard left > 0 else { return }
      showAsWanted(index, tree: tree)
      read(index, tree: tree, notes: notes)
      _ = texts[index].layOut(rows: 0..<texts[index].rowCount)
    }
  }

  /// Lays out what stands on some rows.
  ///
  /// - Returns: Whether rows have moved.
  mutating func layOut(
    rows: Range<Int>,
    tree: MessageTree,
    notes: (Message) -> [MessageNote]
  ) -> Bool {
    guard let (first, _) = locate(max(0, rows.lowerBound)) else { return false }
    var isChanged = false
    var index = first
    while index < path.count, starts[index] < rows.upperBound {
      let isShownAnew = showAsWanted(index, tree: tree)
      let isNew = !texts[index].isRead
      if isNew { read(index, tree: tree, notes: notes) }
      let own = max(0, rows.lowerBound - starts[index])..<max(0, rows.upperBound - starts[index])
      if texts[index].layOut(rows: own) || isNew || isShownAnew {
        isChanged = true
        note(stale: index)
        updateStarts()
      }
      index += 1
    }
    return isChanged
  }

  /// Colours the code on some rows.
  ///
  /// - Returns: Whether any of them has changed.
  mutating func colour(
    rows: Range<Int>,
    using highlighter: Highlighter,
    budget: inout Document.ColourBudget
  ) -> Bool {
    var isChanged = false
    forEachText(on: rows) { text, own in
      if text.colour(rows: own, using: highlighter, budget: &budget) { isChanged = true }
    }
    return isChanged
  }

  /// Colours the rest of the messages on some rows.
  ///
  /// - Returns: Whether what is drawn has changed, and whether there was any left to colour.
  mutating func colourRest(
    ofMessagesOn rows: Range<Int>,
    using highlighter: Highlighter,
    budget: inout Document.ColourBudget
  ) -> (isChanged: Bool, hasMore: Bool) {
    var result = (isChanged: false, hasMore: false)
    forEachText(on: rows) { text, _ in
      let (isChanged, hasMore) = text.colourRest(using: highlighter, budget: &budget)
      result = (result.isChanged || isChanged, result.hasMore || hasMore)
    }
    return result
  }

  /// Calls for each message on some rows, with the rows counted from its first.
  private mutating func forEachText(
    on rows: Range<Int>,
    _ body: (inout MessageText, Range<Int>) -> Void
  ) {
    guard let (first, _) = locate(max(0, rows.lowerBound)) else { return }
    var index = first
    while index < path.count, starts[index] < rows.upperBound {
      let own = max(0, rows.lowerBound - starts[index])..<max(0, rows.upperBound - starts[index])
      body(&texts[index], own)
      index += 1
    }
  }

  /// Reads a message that was not in view yet, as it is to be shown, so that what it holds can be asked for.
  mutating func readMessage(
    at index: Int,
    tree: MessageTree,
    notes: (Message) -> [MessageNote]
  ) {
    showAsWanted(index, tree: tree)
    if !texts[index].isRead { read(index, tree: tree, notes: notes) }
    updateStarts()
  }

  private mutating func read(
    _ index: Int,
    tree: MessageTree,
    notes: (Message) -> [MessageNote]
  ) {
    let message = tree[path[index]]
    texts[index].extend(to: message, notes: notes(message))
    note(stale: index)
  }

  /// Shows another path.
  ///
  /// - Returns: How many messages the two have in common.
  private mutating func show(_ newPath: [MessageID], tree: MessageTree) -> Int {
    let shared = zip(path, newPath).prefix { $0 == $1 }.count
    for (id, text) in zip(path, texts).dropFirst(shared) { setAside.put(text, of: id) }
    texts.removeSubrange(shared...)
    for id in newPath.dropFirst(shared) {
      texts.append(setAside.take(id) ?? MessageText(tree[id], options: options.of(tree[id])))
    }
    setAside.trim()
    path = newPath
    // Those behind the shared ones have no starts yet.
    starts.removeLast(starts.count - shared - 1)
    starts += Array(repeating: starts[shared], count: path.count - shared)
    note(stale: shared..<path.count)
    return shared
  }

  private mutating func note(stale index: Int) { note(stale: index..<index + 1) }

  private mutating func note(stale range: Range<Int>) {
    guard !range.isEmpty else { return }
    stale =
      stale.isEmpty
      ? range
      : min(stale.lowerBound, range.lowerBound)..<max(stale.upperBound, range.upperBound)
  }

  private mutating func updateStarts() {
    let changed = stale.clamped(to: 0..<path.count)
    stale = 0..<0
    guard !changed.isEmpty else { return }
    touches += changed.count
    var row = starts[changed.lowerBound]
    for index in changed {
      starts[index] = row
      row += texts[index].rowCount
    }
    let moved = row - starts[changed.upperBound]
    guard moved != 0 else { return }
    for index in changed.upperBound..<starts.count { starts[index] += moved }
  }

  /// The message on a row of the lane, by its index in `path`, and the row within it.
  package func locate(_ row: Int) -> (index: Int, row: Int)? {
    guard row >= 0, row < rowCount else { return nil }
    var low = 0
    var high = path.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= row { low = middle } else { high = middle - 1 }
    }
    return (low, row - starts[low])
  }

  /// The row of a place in a message; `nil` when the message is not on the path.
  func row(of place: MessageAnchor, in id: MessageID) -> Int? {
    index(of: id).map { starts[$0] + texts[$0].row(of: place) }
  }
}
