/// Hides what may be a secret in what is printed.
package struct Masking: Sendable {
  /// Stands in the place of every secret.
  package static var mask: String { "•••" }

  package init() {}

  /// Whether a value under this name may be a secret; names of tokens to be counted are not.
  package func isSecret(_ name: String) -> Bool {
    let words = name.words
    guard !words.contains("max"), words.last != "tokens" else { return false }
    let secrets: Set<String> = [
      "key", "keys", "apikey", "token", "secret", "secrets", "authorization", "auth", "password",
      "passwd", "passphrase", "pass", "cookie", "cookies", "credential", "credentials", "bearer",
      "signature", "sig", "session", "private", "header", "headers",
    ]
    let endings = [
      "key", "token", "secret", "password", "passwd", "auth", "authorization", "credential",
      "credentials", "cookie", "cookies", "bearer",
    ]
    return words.contains { word in
      secrets.contains(word) || endings.contains { word.hasSuffix($0) }
    }
  }

  /// The value with every member of a secret name, at any depth, masked whole.
  package func masked(_ value: JSONValue, under name: String = "") -> JSONValue {
    if isSecret(name) { return .string(Self.mask) }
    switch value {
    case .array(let values): return .array(values.map { masked($0) })
    case .object(let object):
      return .object(
        JSONObject(object.members.map { ($0.name, masked($0.value, under: $0.name)) })
      )
    case .string(let text) where looksLikeKey(text): return .string(Self.mask)
    case .null, .bool, .integer, .number, .string: return value
    }
  }

  /// A literal header value is always masked; the name of a variable is not a secret.
  package func masked(_ value: Header.Value) -> String {
    switch value {
    case .literal: Self.mask
    case .environment(let name): "env:\(name)"
    }
  }

  /// What is left of a value for others: without members and texts that ``masked(_:under:)`` would mask.
  package func shared(_ value: JSONValue) -> JSONValue? {
    switch value {
    case .array(let values): .array(values.compactMap(shared))
    case .object(let object): .object(shared(object))
    case .string(let text): looksLikeKey(text) ? nil : value
    case .null, .bool, .integer, .number: value
    }
  }

  package func shared(_ object: JSONObject) -> JSONObject {
    JSONObject(
      object.members.compactMap { member in
        isSecret(member.name) ? nil : shared(member.value).map { (member.name, $0) }
      }
    )
  }

  /// The URL with the user's part, and all of its query but names and the value of an `api-version`, masked.
  package func masked(url: String) -> String {
    let parts = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let base = withoutUser(String(parts[0]))
    guard parts.count > 1 else { return base }
    let pairs = parts[1].split(separator: "&", omittingEmptySubsequences: false).map { pair in
      guard let end = pair.firstIndex(of: "=") else { return pair.isEmpty ? "" : Self.mask }
      let name = pair[..<end]
      return name == "api-version" ? String(pair) : "\(name)=\(Self.mask)"
    }
    return "\(base)?\(pairs.joined(separator: "&"))"
  }

  private func withoutUser(_ url: String) -> String {
    guard let scheme = url.firstRange(of: "://") else { return url }
    let authority = url[scheme.upperBound...].prefix { $0 != "/" }
    guard let at = authority.lastIndex(of: "@") else { return url }
    return url[..<scheme.upperBound] + Self.mask + url[at...]
  }

  /// The program only: what follows may hold a secret.
  package func masked(command: String) -> String {
    let program = command.prefix { $0 != " " }
    guard program.count < command.count else { return command }
    return program.contains("=") ? Self.mask : "\(program) \(Self.mask)"
  }

  /// The forms that keys of well-known services have.
  private func looksLikeKey(_ text: String) -> Bool {
    ["sk-", "sk_", "hf_", "gsk_", "xai-", "Bearer ", "Basic ", "AIza", "ghp_"]
      .contains { text.hasPrefix($0) }
  }
}

extension Preset {
  /// The preset with what may be a secret in `extra` masked.
  package var withMaskedExtra: Preset {
    var preset = self
    if case .object(let extra) = Masking().masked(.object(extra)) { preset.extra = extra }
    return preset
  }
}

extension String {
  /// Lower-case words: `apiKey`, `api-key` and `API_KEY` are `api`, `key`.
  fileprivate var words: [String] {
    var words = [""]
    var isAfterLowercase = false
    for character in self {
      if !character.isLetter && !character.isNumber {
        words.append("")
      } else {
        if character.isUppercase, isAfterLowercase { words.append("") }
        words[words.count - 1] += character.lowercased()
      }
      isAfterLowercase = character.isLowercase
    }
    return words.filter { !$0.isEmpty }
  }
}
