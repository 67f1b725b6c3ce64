/// The parts of an endpoint's base URL that weir needs; the rest is libcurl's business.
package struct EndpointURL: Sendable, Hashable {
  /// `http` or `https`, lower case.
  package let scheme: String
  /// Host and port as written, without user and password.
  package let authority: String
  private let userInfo: String
  private let path: String
  /// With its question mark; empty without one.
  private let query: String

  /// - Returns: `nil` for what is no http or https URL with a host.
  package init?(_ text: String) {
    guard let colon = text.range(of: "://") else { return nil }
    scheme = text[..<colon.lowerBound].lowercased()
    guard scheme == "http" || scheme == "https" else { return nil }
    let withoutFragment = text[colon.upperBound...].prefix { $0 != "#" }
    let address = withoutFragment.prefix { $0 != "?" }
    query = String(withoutFragment[address.endIndex...])
    let host = address.prefix { $0 != "/" }
    path = String(address[host.endIndex...])
    let at = host.lastIndex(of: "@")
    userInfo = at.map { String(host[...$0]) } ?? ""
    authority = String(host[(at.map(host.index(after:)) ?? host.startIndex)...])
    guard !authority.isEmpty, !text.unicodeScalars.contains(where: { $0.value <= 0x20 }) else {
      return nil
    }
  }

  /// The URL of a resource below the base: the path is joined with one slash, the query kept behind it.
  package func joined(_ resource: String) -> String {
    "\(scheme)://\(userInfo)\(authority)\(trimmedPath)/\(resource)\(query)"
  }

  /// The URL without user, password and query, fit for a message.
  package func plain(_ resource: String) -> String {
    "\(scheme)://\(authority)\(trimmedPath)/\(resource)"
  }

  /// The whole URL as it is, but for user, password and query.
  package var withoutQuery: String { "\(scheme)://\(authority)\(path)" }

  /// The host without port and brackets, lower case.
  package var host: String {
    if authority.hasPrefix("[") {
      return authority.dropFirst().prefix { $0 != "]" }.lowercased()
    }
    return authority.prefix { $0 != ":" }.lowercased()
  }

  private var port: String {
    let rest = authority.hasPrefix("[") ? authority.drop { $0 != "]" } : authority[...]
    let port = rest.drop { $0 != ":" }.dropFirst()
    return port.isEmpty ? (scheme == "https" ? "443" : "80") : String(port)
  }

  /// Host and port, the port of the scheme where none is written.
  package var hostAndPort: String {
    host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }

  /// Whether scheme, host and port are the same.
  package func isSameOrigin(as other: EndpointURL) -> Bool {
    scheme == other.scheme && hostAndPort == other.hostAndPort
  }

  /// Whether the host is this machine's loopback, which never goes through a proxy.
  package var isLoopback: Bool {
    host == "localhost" || host.hasSuffix(".localhost") || host == "::1"
      || (host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." })
  }

  private var trimmedPath: String {
    var path = path[...]
    while path.hasSuffix("/") { path = path.dropLast() }
    return String(path)
  }
}

extension String {
  /// The first place of `part`; the standard library has this for regexes only.
  fileprivate func range(of part: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      let rest = self[start...]
      if rest.hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }
}
