/// A tool call collected from its deltas; weir shows it and runs nothing.
package struct ToolCall: Sendable, Hashable {
  package var index: Int
  package var id: String?
  package var name = ""
  /// JSON as the model wrote it, not checked.
  package var arguments = ""

  package init(index: Int) {
    self.index = index
  }
}

extension [ToolCall] {
  /// Joins a piece to the call of its index, which it starts when there is none.
  package mutating func collect(_ delta: ToolCallDelta) {
    let position = firstIndex { $0.index == delta.index } ?? endIndex
    if position == endIndex { append(ToolCall(index: delta.index)) }
    if let id = delta.id { self[position].id = id }
    if let name = delta.name { self[position].name += name }
    self[position].arguments += delta.arguments
  }
}
