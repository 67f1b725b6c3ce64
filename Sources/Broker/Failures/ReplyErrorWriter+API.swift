import Conversation

extension ReplyErrorWriter {
  /// An error that stands in an answer of status 2xx, or in mid-stream.
  func serverError(_ envelope: ErrorEnvelope) -> ReplyError {
    let line = ServerLine(envelope.message ?? "", secrets: secrets).quoted
    let code = envelope.code.map { ServerLine($0, secrets: secrets).text } ?? ""
    let name = code.isEmpty ? "the server reports an error" : "the server reports error \(code)"
    return error(.api, "\(name)\(line); try again, or look at the server's log")
  }

  /// An answer of status 400 and up.
  ///
  /// The beginning of the body is enough; `envelope` is the error in it, where it holds one.
  func status(
    _ status: Int,
    body: [UInt8],
    envelope: ErrorEnvelope?,
    retryAfter: RetryAfter?
  ) -> ReplyError {
    let line = quoted(envelope?.message.map { Array($0.utf8) } ?? Self.line(of: body))
    let (problem, advice) = self.explanation(of: status, retryAfter: retryAfter)
    return error(.api, "\(status), \(problem)\(line); \(advice)", status: status)
  }

  private func explanation(of status: Int, retryAfter: RetryAfter?) -> (String, String) {
    switch status {
    case 400, 422:
      (
        "the request was refused",
        "correct what the server names: a parameter (omit leaves it out), or too long a conversation"
      )
    case 401 where key == nil:
      ("a key is wanted", "name its source with key_env, key_command or key_file")
    case 401: ("the key \(keyPlace) was refused", "check that it is whole and still valid")
    case 402: ("payment is wanted", "check the account's credit")
    case 403: ("access was refused", "check what the key may do, and the model's name")
    case 404: ("\(url) or the model \(safeModel) is not known there", "check url and model")
    case 408: ("the server gave up waiting", "try again")
    case 413: ("the request is too large", "shorten the conversation or start a new one")
    case 429: ("too many requests", retryAfter?.advice ?? "wait a while and try again")
    case 503: ("the server is busy or still loading", retryAfter?.advice ?? "try again shortly")
    case 500...599:
      ("the server failed", retryAfter?.advice ?? "try again, or look at the server's log")
    default: ("the request was refused", "check url and the preset")
    }
  }

  private var safeModel: String { ServerLine(model, secrets: secrets).text }

  private var keyPlace: String {
    switch key {
    case .environment(let name): "in \(name)"
    case .command: "from key_command"
    case .file(let path): "in \(path)"
    case nil: ""
    }
  }

  /// The title of a web page, else the body itself, of which the first line is quoted.
  private static func line(of body: [UInt8]) -> [UInt8] {
    let text = String(decoding: body.prefix(4_096), as: UTF8.self)
    guard text.drop(while: \.isWhitespace).hasPrefix("<") else { return body }
    let parts = text.split(separator: "<title>", maxSplits: 1)
    guard parts.count == 2 else { return Array("a web page".utf8) }
    return Array(parts[1].prefix { $0 != "<" }.utf8)
  }
}
