/// A model that an endpoint offers.
package struct ModelInfo: Sendable, Hashable {
  package var id: String
  /// In tokens, where the server says it.
  package var contextLength: Int?

  package init(id: String, contextLength: Int? = nil) {
    self.id = id
    self.contextLength = contextLength
  }
}
