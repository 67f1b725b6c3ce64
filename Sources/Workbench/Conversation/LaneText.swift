import Conversation

/// The laid-out messages of a lane: a cache, filled for the lane's width just before it is needed.
package struct LaneText: Sendable {
  /// The messages shown, oldest first.
  package private(set) var path: [MessageID] = []
  /// The first row of each message of `path`; the last entry is the count of all rows.
  package private(set) var starts = [0]
  private var messages: [MessageID: MessageText] = [:]
  private var width = 0

  package var rowCount: Int { starts[starts.count - 1] }

  package func text(of id: MessageID) -> MessageText? { messages[id] }

  /// Brings the layout up to date: only what the messages gained since the last call is laid out, unless
  /// the width changed.
  mutating func layOut(
    path newPath: [MessageID],
    tree: MessageTree,
    width newWidth: Int,
    notes: (Message) -> [MessageNote],
    showsReasoning: (MessageID) -> Bool
  ) {
    if newWidth != width {
      width = newWidth
      messages = [:]
    }
    path = newPath
    starts.removeAll(keepingCapacity: true)
    var row = 0
    for id in path {
      starts.append(row)
      var text = messages.removeValue(forKey: id) ?? MessageText(width: width)
      text.showsReasoning = showsReasoning(id)
      if !text.isFrozen { text.extend(to: tree[id], notes: notes(tree[id])) }
      row += text.rowCount
      messages[id] = text
    }
    starts.append(row)
  }

  /// The message on a row of the lane, and the row within it.
  package func locate(_ row: Int) -> (message: MessageID, row: Int)? {
    guard row >= 0, row < rowCount else { return nil }
    var low = 0
    var high = path.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= row { low = middle } else { high = middle - 1 }
    }
    return (path[low], row - starts[low])
  }

  /// The row of a place in a message; `nil` when the message is not on the path.
  package func row(of place: MessageAnchor, in id: MessageID) -> Int? {
    guard let index = path.firstIndex(of: id), let text = messages[id] else { return nil }
    return starts[index] + text.row(of: place)
  }
}
