/// The proxy of a request, as curl's own rules read it from an environment.
package struct Proxy: Sendable, Hashable {
  /// Empty for a direct connection.
  package var address = ""
  /// Hosts that are reached directly, in curl's notation.
  package var exceptions = ""

  /// `http_proxy` counts in lower case only, since a CGI server sets the upper case name from a request
  /// header (curl(1), ENVIRONMENT).
  package init(for url: EndpointURL, environment: [String: String]) {
    guard !url.isLoopback else { return }
    let names =
      url.scheme == "https"
      ? ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
      : ["http_proxy", "all_proxy", "ALL_PROXY"]
    address = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    exceptions = environment["no_proxy"] ?? environment["NO_PROXY"] ?? ""
  }
}
