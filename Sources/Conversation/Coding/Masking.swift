/// Hides what may be a secret in what is printed.
package struct Masking: Sendable {
  /// Stands in the place of every secret.
  package static var mask: String { "********" }

  package init() {}

  /// Whether a value under this name may be a secret; names of tokens to be counted are not.
  package func isSecret(_ name: String) -> Bool {
    let words = name.words
    guard !words.contains("max"), words.last != "tokens" else { return false }
    let secrets: Set<String> = [
      "key", "keys", "apikey", "token", "secret", "secrets", "authorization", "auth", "password",
      "passwd", "passphrase", "pass", "cookie", "cookies", "credential", "credentials", "bearer",
      "signature", "sig", "session", "private",
    ]
    let endings = ["key", "token", "secret", "password"]
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

  /// The URL with the values of its query masked where their names say so.
  package func masked(url: String) -> String {
    guard let start = url.firstIndex(of: "?") else { return url }
    let fields = url[url.index(after: start)...].split(
      separator: "&",
      omittingEmptySubsequences: false
    )
    let shown = fields.map { field -> String in
      let name = field.prefix { $0 != "=" }
      let value = field.dropFirst(name.count + 1)
      let isHidden = isSecret(String(name)) || name == "code" || looksLikeKey(String(value))
      return isHidden ? "\(name)=\(Self.mask)" : String(field)
    }
    return url[...start] + shown.joined(separator: "&")
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
