/// Something that was taken out of a tree, with what it takes to put it back.
package struct TreeChange: Sendable, Hashable {
  /// What was pruned.
  package let pruned: MessageID
  /// Messages that moved up in its place, and where they stood.
  let moved: [Move]

  struct Move: Sendable, Hashable {
    let message: MessageID
    let parent: MessageID?
  }
}
