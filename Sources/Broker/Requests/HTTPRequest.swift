import Conversation

/// A request as it goes over the wire.
package struct HTTPRequest: Sendable, Hashable {
  package var url: String
  /// In the order sent; may hold secrets.
  package var headers: [Field]
  /// `nil` makes it a GET, a body a POST.
  package var body: [UInt8]?
  /// The body where it holds secrets, with these masked.
  package var bodyWithoutSecrets: [UInt8]?
  /// The key, and whatever else lets one in.
  package var keys: [String]
  /// What must never stand in a message, even where the server sends it back: the keys, and the user's words.
  package var secrets: [String]
  /// The URL without user, password and query, fit for a message.
  package var plainURL: String

  /// One header.
  package struct Field: Sendable, Hashable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }
}
