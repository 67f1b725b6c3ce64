import Conversation

/// A request as a command of curl(1): what weir sends, with keys named by where they come from, never as they are.
package struct CurlCommand {
  /// What stands in the request for a secret, and what the shell is given in its place.
  private struct Placeholder {
    let token: String
    let expression: String
  }

  /// The command for a preset and messages; `nil` where the preset's URL is none.
  ///
  /// It asks as the first attempt does; a server that refuses `stream_options` is asked again without.
  package static func description(
    of preset: Preset,
    _ messages: [ChatMessage]
  ) -> RequestDescription? {
    guard let command = text(preset, messages), let shown = text(preset, messages.map(\.shortened))
    else { return nil }
    return RequestDescription(command: command, shown: shown)
  }

  private static func text(_ preset: Preset, _ messages: [ChatMessage]) -> String? {
    var preset = preset.withMaskedExtra
    preset.endpoint.url = preset.endpoint.urlWithoutSecrets
    let (credentials, placeholders) = credentials(of: preset.endpoint)
    let builder = RequestBuilder(endpoint: preset.endpoint, credentials: credentials)
    let usage: RequestBuilder.UsageRequest =
      preset.endpoint.streamUsage == .off ? .notAsked : .asked
    let request = try? builder.chat(preset, messages, delivery: .streamed, usage: usage)
    guard let request else { return nil }
    var lines = ["curl -N " + quoted(request.url)]
    if let socket = preset.endpoint.unixSocket { lines.append("--unix-socket " + quoted(socket)) }
    if let file = preset.endpoint.caFile { lines.append("--cacert " + quoted(file)) }
    lines += request.headers.map { "-H " + header($0, placeholders) }
    let body = String(decoding: request.body ?? [], as: UTF8.self)
    lines.append("--data-raw " + quoted(body))
    return lines.joined(separator: " \\\n  ")
  }

  /// Credentials whose secrets are placeholders: tokens that no header can hold.
  private static func credentials(of endpoint: Endpoint) -> (Credentials, [Placeholder]) {
    var placeholders: [Placeholder] = []
    func token(_ expression: String) -> String {
      let token = "\u{0}\(placeholders.count)\u{0}"
      placeholders.append(Placeholder(token: token, expression: expression))
      return token
    }
    var credentials = Credentials()
    switch endpoint.key {
    case .environment(let name): credentials.key = token(variable(name))
    case .file(let path): credentials.key = token("$(cat \(quoted(path)))")
    case .command: credentials.key = token(Masking.mask)
    case nil: break
    }
    credentials.headers = endpoint.headers.map { header in
      switch header.value {
      case .environment(let name): HTTPRequest.Field(header.name, token(variable(name)))
      case .literal: HTTPRequest.Field(header.name, token(Masking.mask))
      }
    }
    return (credentials, placeholders)
  }

  /// Between double quotes where the shell is to put something in, else between single ones.
  private static func header(_ field: HTTPRequest.Field, _ placeholders: [Placeholder]) -> String {
    let text = "\(field.name): \(field.value)"
    guard let placeholder = placeholders.first(where: { text.contains($0.token) }) else {
      return quoted(text)
    }
    let safe = text.replacingScalars(of: "\\\"$`") { "\\\($0)" }
    return "\"" + safe.replacing(placeholder.token, with: placeholder.expression) + "\""
  }

  /// What a file from elsewhere calls a variable is put before the shell only if it can be one.
  private static func variable(_ name: String) -> String {
    let isName = name.utf8.allSatisfy { byte in
      let character = Character(Unicode.Scalar(byte))
      return character == "_" || character.isASCII && (character.isLetter || character.isNumber)
    }
    return isName && name.first?.isNumber == false ? "$\(name)" : Masking.mask
  }

  /// As one word of a POSIX shell.
  private static func quoted(_ text: String) -> String {
    "'" + text.replacingScalars(of: "'") { _ in "'\\''" } + "'"
  }
}

extension ChatMessage {
  fileprivate var shortened: ChatMessage {
    var message = self
    message.parts = parts.map { part in
      switch part {
      case .text(let text): .text(text.cut(to: 2_000))
      case .image(let format, let base64): .image(format, base64: base64.cut(to: 40))
      }
    }
    message.reasoning = reasoning?.cut(to: 2_000)
    return message
  }
}

extension String {
  /// By scalars, as the shell sees them: a quote and a combining mark behind it are one `Character`.
  fileprivate func replacingScalars(
    of signs: String,
    with form: (Unicode.Scalar) -> String
  ) -> String {
    unicodeScalars.reduce(into: "") { text, scalar in
      if signs.unicodeScalars.contains(scalar) {
        text += form(scalar)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  fileprivate func cut(to length: Int) -> String {
    guard utf8.count > length, let end = index(startIndex, offsetBy: length, limitedBy: endIndex),
      end < endIndex
    else { return self }
    return self[..<end] + "\u{2026} (\(utf8.count - self[..<end].utf8.count) bytes more)"
  }
}
