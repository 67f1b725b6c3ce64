import Conversation

/// The counts that the embedded endpoint reports: words of the prompt, deltas of the answer.
struct DemoUsage: Sendable, Hashable {
  var promptTokens: Int
  var completionTokens: Int

  var json: JSONValue {
    [
      "prompt_tokens": .integer(promptTokens),
      "completion_tokens": .integer(completionTokens),
      "total_tokens": .integer(promptTokens + completionTokens),
    ]
  }
}
