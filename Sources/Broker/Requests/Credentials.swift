/// What the environment adds to a request: the key, and the endpoint's headers with their values.
package struct Credentials: Sendable, Hashable {
  /// `nil` sends no `Authorization`.
  package var key: String?
  /// In the order of the configuration.
  package var headers: [HTTPRequest.Field] = []

  package init(key: String? = nil, headers: [HTTPRequest.Field] = []) {
    self.key = key
    self.headers = headers
  }

  /// The key and every header value long enough to be one.
  package var secrets: [String] {
    (key.map { [$0] } ?? []) + headers.map(\.value).filter { $0.utf8.count >= 8 }
  }
}
