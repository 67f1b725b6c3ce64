import Conversation

/// One reply that is asked for.
package struct ChatRequest: Sendable {
  /// Whether failed attempts are repeated by themselves.
  package enum Retries: Sendable, Hashable {
    case allowed
    case none
  }

  package var id: RequestID
  package var preset: Preset
  package var messages: [ChatMessage]
  package var retries: Retries
  package var delivery: RequestBuilder.Delivery
  /// Whether what goes over the wire is handed on, too.
  package var isRecorded: Bool

  package init(
    id: RequestID,
    preset: Preset,
    messages: [ChatMessage],
    retries: Retries = .allowed,
    delivery: RequestBuilder.Delivery = .streamed,
    isRecorded: Bool = false
  ) {
    self.id = id
    self.preset = preset
    self.messages = messages
    self.retries = retries
    self.delivery = delivery
    self.isRecorded = isRecorded
  }
}
