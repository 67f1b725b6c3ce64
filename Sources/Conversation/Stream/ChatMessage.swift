/// One message of a request as the protocol knows it.
package struct ChatMessage: Sendable, Hashable {
  /// Who speaks, by the name on the wire.
  package enum Role: String, Sendable, Hashable {
    case system
    case user
    case assistant
  }

  package var role: Role
  /// In order; a single text is sent as a plain string.
  package var parts: [MessagePart]
  /// What an assistant thought before, where it is to be sent back; `nil` for all others.
  package var reasoning: String?

  package init(role: Role, content: String) {
    self.init(role: role, parts: [.text(content)])
  }

  package init(role: Role, parts: [MessagePart]) {
    self.role = role
    self.parts = parts
  }

  /// The texts among the parts as one.
  package var content: String { texts.joined(separator: "\n\n") }

  /// The length of all parts.
  package var sizeInBytes: Int {
    parts.reduce(0) { sum, part in
      switch part {
      case .text(let text), .image(_, base64: let text): sum + text.utf8.count
      }
    }
  }

  /// The texts among the parts.
  package var texts: [String] {
    parts.compactMap { part in
      if case .text(let text) = part { return text }
      return nil
    }
  }
}
