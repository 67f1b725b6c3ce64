/// One message of a request as the protocol knows it.
package struct ChatMessage: Sendable, Hashable {
  /// Who speaks, by the name on the wire.
  package enum Role: String, Sendable, Hashable {
    case system
    case user
    case assistant
  }

  package var role: Role
  package var content: String

  package init(role: Role, content: String) {
    self.role = role
    self.content = content
  }
}
