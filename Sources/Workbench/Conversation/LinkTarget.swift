/// Where an address leads, as far as one must know before it is opened.
package struct LinkTarget: Sendable, Hashable {
  /// Longer ones are refused: nobody reads them, and a long address can hide where it leads.
  package static let limitInBytes = 2_000

  /// The name between the scheme and the path, without the port; `nil` where the address is refused.
  package let host: String?
  /// Why it is not opened, as a sentence without its full stop; `nil` where it may be.
  package let refusal: String?

  package init(_ url: String) {
    switch Self.host(of: url) {
    case .success(let host): (self.host, refusal) = (host, nil)
    case .failure(let refusal): (host, self.refusal) = (nil, refusal.reason)
    }
  }

  private struct Refusal: Error {
    let reason: String
  }

  private static func host(of url: String) -> Result<String, Refusal> {
    guard let scheme = ["http://", "https://"].first(where: url.prefix(8).lowercased().hasPrefix),
      url.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
    else { return .failure(Refusal(reason: "only http and https are opened")) }
    guard url.utf8.count <= limitInBytes else {
      return .failure(
        Refusal(reason: "it is longer than \(limitInBytes) bytes, which can hide where it leads")
      )
    }
    // Browsers take a backslash for a slash and other programs do not, so they would not agree on the host.
    guard !url.unicodeScalars.contains("\\") else {
      return .failure(Refusal(reason: "it has a backslash, which can hide where it leads"))
    }
    // By scalars: a sign with an accent above it is still that sign to whoever opens the address.
    let authority = url.unicodeScalars.dropFirst(scheme.count).prefix {
      !["/", "?", "#"].contains($0)
    }
    guard !authority.contains("@") else {
      return .failure(
        Refusal(reason: "it has a name before the host (\"…@\"), which can hide where it leads")
      )
    }
    // An IPv6 address has colons of its own.
    let port =
      authority.first == "["
      ? authority.firstIndex(of: "]").map { authority.index(after: $0) }
      : authority.firstIndex(of: ":")
    let host = authority[..<(port ?? authority.endIndex)]
    return host.isEmpty ? .failure(Refusal(reason: "it names no host")) : .success(String(host))
  }
}
