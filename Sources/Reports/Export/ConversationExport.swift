import Conversation

/// Writes conversations as text, one at a time: an opening, each conversation, a closing.
///
/// No text holds a key, a header, or how to come by one; see ``StoredConversation/shared``.
package struct ConversationExport: Sendable {
  package let format: ExportFormat

  package init(format: ExportFormat) {
    self.format = format
  }

  /// What stands before the first conversation.
  package var opening: String {
    switch format {
    case .markdown, .jsonl: ""
    case .html: ConversationPage.opening
    }
  }

  /// What stands behind the last one.
  package var closing: String {
    switch format {
    case .markdown, .jsonl: ""
    case .html: ConversationPage.closing
    }
  }

  /// One conversation to be read in a terminal; it cannot be imported again.
  package static func transcript(
    of conversation: StoredConversation,
    leaf: MessageKey? = nil
  ) -> String {
    MarkdownWriter(conversation.shared, leaf: leaf).transcript
  }

  /// One conversation; ends with a line end, so that the next can follow.
  ///
  /// The path that was looked at is the one through `leaf`, and on to the newest message below it; `nil` takes the
  /// newest of all.
  package func text(of conversation: StoredConversation, leaf: MessageKey? = nil) -> String {
    switch format {
    case .markdown: MarkdownWriter(conversation.shared, leaf: leaf).text
    case .jsonl: ConversationLines.text(of: conversation.shared, leaf: leaf)
    case .html: ConversationPage(conversation.shared, leaf: leaf).text
    }
  }
}
