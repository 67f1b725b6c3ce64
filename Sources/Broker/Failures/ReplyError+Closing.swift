import Conversation

extension ReplyError {
  /// For a question that was open when the broker shut down.
  static func closing(_ source: String) -> ReplyError {
    ReplyError(kind: .transport, source: source, problem: "it was not asked, since weir is closing")
  }
}
