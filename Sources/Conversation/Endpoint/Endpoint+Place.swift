extension Endpoint {
  /// Whether its URL names this machine by a loopback name or address, or it is a Unix socket.
  package var isOnThisMachine: Bool {
    if unixSocket != nil { return true }
    let parts = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
    guard parts.count > 1 else { return false }
    let authority = parts[1].prefix { $0 != "?" }
    if authority.hasPrefix("[::1]") { return true }
    let host = authority.prefix { $0 != ":" }
    let isAddress = host.allSatisfy { $0.isASCII && $0.isNumber || $0 == "." }
    return host == "localhost" || host.hasPrefix("127.") && isAddress
  }
}
