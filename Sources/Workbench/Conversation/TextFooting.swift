import Conversation

/// Which of the cells that show a place the caret stands on: a formula, an entity or a table's header may take
/// several rows, which all come from one place of the source.
struct TextFooting: Sendable, Hashable {
  /// Rows below the one where the place is looked for.
  let rowsBelow: Int
  let column: Int
}

extension TextPlace {
  func anchor(_ footing: TextFooting?) -> MessageAnchor {
    section.anchor(offset: offset, rowsBelow: footing?.rowsBelow ?? 0)
  }
}
