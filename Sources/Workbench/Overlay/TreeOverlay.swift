import Conversation

/// The whole conversation as a tree: a row a message, those of a branch before what comes after it.
///
/// The last of several siblings goes on where its parent stood, the others stand a level further in; so what is
/// only long stays flat. The rows are made when the tree changes; a key costs nothing but a look at its row.
package struct TreeOverlay: Sendable {
  package struct Row: Sendable, Hashable {
    package let message: MessageID
    /// In how many branches it stands; each has a line to the left of the row.
    package let level: Int
    /// Whether it is the first message of a branch that has siblings below.
    package let beginsBranch: Bool
    /// Its place among its siblings, from 1, and how many there are.
    package let place: Int
    package let siblings: Int
  }

  /// What is seen of the tree, top down: all rows, or those in which the filter's text was found.
  package private(set) var rows: [Row] = []
  /// The messages of the path that the focused lane shows.
  package private(set) var path: Set<MessageID> = []
  /// The row under the cursor.
  package private(set) var cursor = 0
  /// What the rows have to hold; `nil` for all.
  package private(set) var filter: String?
  /// Whether the filter takes the keys.
  package internal(set) var isTyping = false
  /// Whether the message under the cursor is shown below, where there is room.
  package internal(set) var wantsPreview = true
  package private(set) var preview: TreePreview?
  /// How many messages were pruned, with all below them.
  package private(set) var prunedCount = 0
  private var all: [Row] = []
  private var known: (shape: Int, tip: MessageID?) = (-1, nil)

  /// Puts the cursor on a message.
  init(_ tree: MessageTree, tip: MessageID?, current: MessageID?) {
    update(tree, tip: tip)
    if let current { move(to: current) }
  }

  /// The message under the cursor; `nil` where nothing is seen.
  package var message: MessageID? { rows.indices.contains(cursor) ? rows[cursor].message : nil }

  /// Takes in what has changed in the tree; the cursor stays on its message, else on its row.
  mutating func update(_ tree: MessageTree, tip: MessageID?) {
    guard known != (tree.shape, tip) else { return }
    known = (tree.shape, tip)
    all = Self.rows(of: tree)
    prunedCount = tree.count - all.count
    path = Set(tree.path(to: tip))
    narrow(tree)
  }

  private static func rows(of tree: MessageTree) -> [Row] {
    var rows: [Row] = []
    var left: [Row] = []
    func wait(_ siblings: [MessageID], level: Int) {
      for (index, id) in siblings.enumerated().reversed() {
        let isLast = index == siblings.count - 1
        left.append(
          Row(
            message: id,
            level: isLast ? level : level + 1,
            beginsBranch: !isLast,
            place: index + 1,
            siblings: siblings.count
          )
        )
      }
    }
    wait(tree.roots, level: 0)
    while let row = left.popLast() {
      rows.append(row)
      wait(tree.children(of: row.message), level: row.level)
    }
    return rows
  }

  private mutating func narrow(_ tree: MessageTree) {
    let before = message
    if let filter, !filter.isEmpty {
      let search = LiteralSearch(filter)
      rows = all.filter { row in
        let message = tree[row.message]
        return search.isFound(in: message.content)
          || message.reply.map { search.isFound(in: $0.preset.name) } ?? false
      }
    } else {
      rows = all
    }
    cursor = min(cursor, max(0, rows.count - 1))
    if let before { move(to: before) }
  }
}

// What keys do.
extension TreeOverlay {
  mutating func move(by steps: Int) {
    cursor = min(max(0, cursor + min(max(-rows.count, steps), rows.count)), max(0, rows.count - 1))
  }

  /// Puts the cursor on a message, where it is seen.
  mutating func move(to message: MessageID) {
    if let row = rows.firstIndex(where: { $0.message == message }) { cursor = row }
  }

  /// Shows only rows in which a text is found; all for `nil`.
  mutating func narrow(to text: String?, of tree: MessageTree) {
    filter = text
    narrow(tree)
  }

  /// Has the message under the cursor laid out for the preview, at the cost of what can be seen of it.
  mutating func layOutPreview(of tree: MessageTree, size: ScreenSize, keyMap: KeyMap) {
    guard size.rows > 0, let id = message else {
      preview = nil
      return
    }
    if preview?.message.id == id, preview?.size == size, preview?.isWhole == true { return }
    preview = TreePreview(tree[id], size: size, keyMap: keyMap)
  }
}
