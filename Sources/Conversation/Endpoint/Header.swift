/// One request header from the configuration.
package struct Header: Sendable, Hashable {
  /// Where the value comes from.
  package enum Value: Sendable, Hashable {
    case literal(String)
    /// `env:NAME` in the configuration: read when a request is sent, so that the value is never stored.
    case environment(String)
  }

  package var name: String
  package var value: Value

  package init(name: String, value: Value) {
    self.name = name
    self.value = value
  }
}
