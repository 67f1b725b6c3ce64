import Conversation

/// The laid-out messages of a lane: a cache, filled for the lane's width just before it is needed.
package struct LaneText: Sendable {
  /// The messages shown, oldest first.
  package private(set) var path: [MessageID] = []
  /// The first row of each message of `path`; the last entry is the count of all rows.
  package private(set) var starts = [0]
  /// The layouts of `path`, in its order.
  private var texts: [MessageText] = []
  /// The layouts of messages that were shown and may be again.
  private var setAside: [MessageID: MessageText] = [:]
  private var tip: MessageID?
  private var width = 0

  package var rowCount: Int { starts[starts.count - 1] }

  /// The layout of a message of `path`, by its index there.
  package func text(at index: Int) -> MessageText { texts[index] }

  /// Brings the layout up to date: only what the messages gained since the last call is laid out, unless
  /// the width changed.
  mutating func layOut(
    tip newTip: MessageID?,
    tree: MessageTree,
    width newWidth: Int,
    notes: (Message) -> [MessageNote],
    showsReasoning: (MessageID) -> Bool
  ) {
    if newWidth != width { startOver(width: newWidth) }
    if newTip != tip { show(tree.path(to: newTip)) }
    tip = newTip
    starts.removeAll(keepingCapacity: true)
    var row = 0
    for (index, id) in path.enumerated() {
      starts.append(row)
      texts[index].showsReasoning = showsReasoning(id)
      if !texts[index].isFrozen { texts[index].extend(to: tree[id], notes: notes(tree[id])) }
      row += texts[index].rowCount
    }
    starts.append(row)
  }

  private mutating func startOver(width newWidth: Int) {
    width = newWidth
    setAside = [:]
    texts = path.map { _ in MessageText(width: width) }
  }

  private mutating func show(_ newPath: [MessageID]) {
    let shared = zip(path, newPath).prefix { $0 == $1 }.count
    for (id, text) in zip(path, texts).dropFirst(shared) { setAside[id] = text }
    texts.removeSubrange(shared...)
    for id in newPath.dropFirst(shared) {
      texts.append(setAside.removeValue(forKey: id) ?? MessageText(width: width))
    }
    path = newPath
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
    path.firstIndex(of: id).map { starts[$0] + texts[$0].row(of: place) }
  }
}
