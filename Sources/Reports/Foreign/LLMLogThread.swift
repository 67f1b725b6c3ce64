/// A thread as the program `llm` logs it from version 0.36 on: messages that know what they follow, and the turns in
/// which models were asked.
package struct LLMLogThread: Sendable, Hashable {
  /// `threads.id`; of a conversation that an older version began, `conversations.id`.
  package var id: String
  package var name: String?
  /// `threads.datetime_utc`.
  package var datetime: String
  /// `threads.tip_message_hash`: the end of the path that was last gone on.
  package var tip: String?
  /// The rows of `turns`.
  package var turns: [Turn] = []
  /// The messages at the tips of its turns and of itself, and all above them, in any order.
  package var messages: [Message] = []
  /// `fragments.content` by their ids, of those that the parts name.
  package var fragments: [Int: String] = [:]
  /// Rows of `attachments` by their ids, of those that the parts name.
  package var attachments: [String: LLMLogRow.Attachment] = [:]
  /// The rows of `responses` of the same conversation that are not among its turns, in the order of their ids.
  package var earlier: [LLMLogRow] = []

  /// A row of `messages` with its parts.
  package struct Message: Sendable, Hashable {
    package var hash: String
    package var parentHash: String?
    /// `system`, `user`, `assistant` or `tool`.
    package var role: String
    /// In the order of `position`.
    package var parts: [Part]

    package init(hash: String, parentHash: String?, role: String, parts: [Part]) {
      self.hash = hash
      self.parentHash = parentHash
      self.role = role
      self.parts = parts
    }
  }

  /// A row of `parts`.
  package struct Part: Sendable, Hashable {
    /// `text`, `reasoning`, `tool_call`, `tool_result` or `attachment`.
    package var type: String
    package var text: String?
    /// JSON: what else there is to the part.
    package var payload: String?

    package init(type: String, text: String?, payload: String?) {
      self.type = type
      self.text = text
      self.payload = payload
    }
  }

  /// A row of `turns`: one request and its answer, which is the message at the tip.
  package struct Turn: Sendable, Hashable {
    package var parentHash: String?
    package var tip: String
    package var model: String
    package var figures = LLMLogFigures()
    package var datetime: String

    package init(parentHash: String?, tip: String, model: String, datetime: String) {
      self.parentHash = parentHash
      self.tip = tip
      self.model = model
      self.datetime = datetime
    }
  }

  package init(id: String, name: String?, datetime: String, tip: String?) {
    self.id = id
    self.name = name
    self.datetime = datetime
    self.tip = tip
  }
}
