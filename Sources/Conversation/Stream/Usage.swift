/// The server's own token counts.
package struct Usage: Sendable, Hashable {
  package var promptTokens: Int?
  package var completionTokens: Int?
  package var reasoningTokens: Int?
  package var cachedTokens: Int?

  package init(
    promptTokens: Int? = nil,
    completionTokens: Int? = nil,
    reasoningTokens: Int? = nil,
    cachedTokens: Int? = nil
  ) {
    self.promptTokens = promptTokens
    self.completionTokens = completionTokens
    self.reasoningTokens = reasoningTokens
    self.cachedTokens = cachedTokens
  }
}
