/// A piece of a tool call: the name comes once, the arguments in pieces that are joined.
package struct ToolCallDelta: Sendable, Hashable {
  package var index: Int
  package var id: String?
  package var name: String?
  package var arguments: String

  package init(index: Int, id: String? = nil, name: String? = nil, arguments: String = "") {
    self.index = index
    self.id = id
    self.name = name
    self.arguments = arguments
  }
}
