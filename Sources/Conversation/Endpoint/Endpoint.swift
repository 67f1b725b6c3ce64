/// A server that speaks the OpenAI chat-completions protocol, and how to reach it.
package struct Endpoint: Sendable, Hashable {
  /// The name of its table in the configuration; stands in error messages.
  package var name: String
  /// The base URL, without `/chat/completions`; it may carry a query (`?api-version=`), which is kept.
  package var url: String
  /// Where the key comes from; `nil` sends no key, whatever the environment holds.
  package var key: KeySource?
  /// Further request headers, in the order given.
  package var headers: [Header] = []
  /// The path of a Unix socket to connect to in place of the URL's host and port.
  package var unixSocket: String?
  /// A PEM file of certificate authorities that replaces the system's for this endpoint.
  package var caFile: String?
  package var timeLimits = TimeLimits()
  package var streamUsage = StreamUsage.auto
  /// `nil` where nothing is known about it.
  package var prefill: PrefillForm?
  /// Whether the server is known to say how far it has read the prompt when it is asked (llama.cpp), so that it is.
  package var reportsPrefill = false

  package init(name: String, url: String, key: KeySource? = nil) {
    self.name = name
    self.url = url
    self.key = key
  }
}
