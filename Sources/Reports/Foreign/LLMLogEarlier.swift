import Conversation

/// What an older version of `llm` logged of a thread's conversation, before a newer one went on with it.
///
/// The newer one writes the whole conversation again, as messages. Those that were logged before are found here, so
/// that none is taken twice, and keep what only the older version knew of them.
struct LLMLogEarlier {
  let conversation: StoredConversation?
  private var follower: [MessageKey?: StoredMessage] = [:]
  private let end: MessageKey?

  /// Counts what of it cannot be taken.
  init(_ rows: [LLMLogRow], _ report: inout ImportReport) {
    var found = ImportReport()
    conversation = LLMLog.conversation(of: rows, &found)?.conversation
    for (omission, count) in found.omissions { report.count(omission, times: count) }
    end = conversation?.messages.last?.key
    for message in conversation?.messages ?? [] { follower[message.parent] = message }
  }

  /// The key of the same message where it was logged before.
  ///
  /// Fragments stand before a prompt in a thread, and beside it in what older versions logged.
  func key(of role: MessageRole, _ content: String, below parent: MessageKey?) -> MessageKey? {
    guard let message = follower[parent], message.role == role,
      content == message.content || role == .user && content.hasSuffix(message.content)
    else { return nil }
    return message.key
  }

  /// Whether what stands below a message was counted already.
  func hasFollower(_ parent: MessageKey?) -> Bool { parent != end && follower[parent] != nil }
}
