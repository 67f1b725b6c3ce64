import Conversation

/// A row of the table `responses` of the program `llm`, with what other tables say of it: one question and its answer.
package struct LLMLogRow: Sendable, Hashable {
  /// `responses.id`.
  package var id: String
  /// `responses.conversation_id`; rows of a `nil` one stand alone.
  package var conversationID: String?
  /// `conversations.name`.
  package var conversationName: String?
  package var model: String
  package var prompt: String
  package var system: String?
  package var response: String
  /// `responses.datetime_utc`: ISO 8601, often without a zone.
  package var datetime: String
  package var figures = LLMLogFigures()
  /// `responses.reasoning`, of newer versions.
  package var reasoning: String?
  /// `fragments.content` of `prompt_fragments`, in order; sent before the prompt.
  package var fragments: [String] = []
  /// `fragments.content` of `system_fragments`, in order.
  package var systemFragments: [String] = []
  /// The files of `prompt_attachments`, in order.
  package var attachments: [Attachment] = []
  /// `tool_calls`, in order of their ids.
  package var toolCalls: [Call] = []
  /// How many rows `tool_results` has of it.
  package var toolResults = 0

  /// A row of the table `attachments`.
  package struct Attachment: Sendable, Hashable {
    package var mediaType: String?
    package var path: String?
    package var url: String?
    /// The bytes, where the database holds them.
    package var content: [UInt8]?

    package init(mediaType: String?, path: String?, url: String?, content: [UInt8]?) {
      self.mediaType = mediaType
      self.path = path
      self.url = url
      self.content = content
    }
  }

  /// A row of the table `tool_calls`.
  package struct Call: Sendable, Hashable {
    /// `tool_call_id`.
    package var id: String?
    package var name: String
    package var arguments: String

    package init(id: String?, name: String, arguments: String) {
      self.id = id
      self.name = name
      self.arguments = arguments
    }
  }

  package init(
    id: String,
    conversationID: String?,
    model: String,
    prompt: String,
    response: String,
    datetime: String
  ) {
    self.id = id
    self.conversationID = conversationID
    self.model = model
    self.prompt = prompt
    self.response = response
    self.datetime = datetime
  }
}
