/// A model that an endpoint offers.
package struct ModelInfo: Sendable, Hashable {
  package var id: String
  /// In tokens, where the server says it.
  package var contextLength: Int?
  /// `owned_by`, by which some servers say what they are: `llamacpp`, `vllm`.
  package var owner: String?

  package init(id: String, contextLength: Int? = nil, owner: String? = nil) {
    self.id = id
    self.contextLength = contextLength
    self.owner = owner
  }
}
