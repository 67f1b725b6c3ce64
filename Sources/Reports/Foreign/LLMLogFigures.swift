import Conversation

/// What `llm` notes of a request beside its words: the columns that `responses` and `turns` share.
package struct LLMLogFigures: Sendable, Hashable {
  /// `resolved_model`, of newer versions.
  package var resolvedModel: String?
  /// `options_json`.
  package var options: String?
  package var inputTokens: Int?
  package var outputTokens: Int?
  package var durationMilliseconds: Int?

  package init() {}
}

extension Reply {
  /// A reply that `llm` logged.
  static func logged(by model: String, _ figures: LLMLogFigures) -> Reply {
    var reply = Reply.imported(
      from: "llm",
      model: model,
      parameters: LLMLog.parameters(figures.options)
    )
    reply.reportedModel = figures.resolvedModel
    if figures.inputTokens != nil || figures.outputTokens != nil {
      reply.usage = Usage(promptTokens: figures.inputTokens, completionTokens: figures.outputTokens)
    }
    // A year is more than any request takes, and fits.
    guard let milliseconds = figures.durationMilliseconds,
      (0...31_536_000_000).contains(milliseconds)
    else { return reply }
    let asked = MonotonicTime(nanoseconds: 0)
    reply.sent = asked
    reply.ended = asked.adding(milliseconds: Double(milliseconds))
    return reply
  }
}
