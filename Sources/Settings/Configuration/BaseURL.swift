import Conversation

/// The base URL of an endpoint as written, and whether a request can be sent there.
struct BaseURL {
  private let text: String

  init(_ text: String) {
    self.text = text
  }

  /// `nil` when it is an http or https URL with a host, without user name, password and fragment.
  var fault: ConfigProblem.Fault? {
    let lowercased = text.lowercased()
    let scheme = ["http://", "https://"].first { lowercased.hasPrefix($0) }
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F } && !text.contains("\\")
    guard let scheme, isPlain, !text.contains("#") else { return wrong("an http or https URL") }
    let rest = text.dropFirst(scheme.count)
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    guard !authority.contains("@") else {
      let expected = "none; name the key with key_env, key_command or key_file"
      return .wrongValue(found: "a user name or password in the URL", expected: expected)
    }
    guard Self.isHostAndPort(authority) else { return wrong("an http or https URL with a host") }
    let path = rest.dropFirst(authority.count).prefix { $0 != "?" }
    guard !path.contains("/chat/completions") else {
      return wrong("the base URL, without /chat/completions")
    }
    return nil
  }

  /// A URL with `@` may hold a password and is not shown.
  private func wrong(_ expected: String) -> ConfigProblem.Fault {
    let shown = Masking().masked(url: text).quotedForMessage
    let found = text.contains("@") ? "another text" : shown
    return .wrongValue(found: found, expected: expected)
  }

  private static func isHostAndPort(_ authority: Substring) -> Bool {
    var rest = authority
    if rest.first == "[" {
      guard let end = rest.firstIndex(of: "]") else { return false }
      let address = rest[rest.index(after: rest.startIndex)..<end]
      let isAddress = address.allSatisfy { $0.isHexDigit || ":.%".contains($0) }
      guard isAddress, address.contains(":") else { return false }
      rest = rest[rest.index(after: end)...]
    } else {
      let host = rest.prefix { $0 != ":" }
      guard !host.isEmpty, !host.contains(where: { "[]<>\"{}|^`".contains($0) }) else {
        return false
      }
      rest = rest.dropFirst(host.count)
    }
    guard rest.first == ":" else { return rest.isEmpty }
    return Int(rest.dropFirst()).map { (1...65535).contains($0) } ?? false
  }
}
