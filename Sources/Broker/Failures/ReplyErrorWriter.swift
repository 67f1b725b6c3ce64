import Conversation

/// Writes the errors of one request: one sentence each, with what is safe to say and nothing else.
package struct ReplyErrorWriter: Sendable {
  let source: String
  let model: String
  /// Without user, password and query.
  let url: String
  let key: KeySource?
  let limits: TimeLimits
  /// Taken out of every line that is quoted from the server.
  var secrets: [String]

  package init(endpoint: Endpoint, model: String, request: HTTPRequest? = nil) {
    source = endpoint.name
    self.model = model
    url = request?.plainURL ?? ""
    key = endpoint.key
    limits = endpoint.timeLimits
    secrets = request?.secrets ?? []
  }

  /// An answer that is neither JSON nor an event stream.
  enum Undecodable {
    case chunk([UInt8])
    case noStream([UInt8])
    case noJSON([UInt8])
    case endless
  }

  func decode(_ what: Undecodable) -> ReplyError {
    switch what {
    case .chunk(let bytes):
      error(.decode, "a chunk of the stream is no JSON\(quoted(bytes)); look at the server's log")
    case .noStream(let bytes) where bytes.first { $0 > 0x20 } == UInt8(ascii: "<"):
      error(.decode, "\(url) answered with a web page; check url, or the proxy in between")
    case .noStream(let bytes), .noJSON(let bytes):
      error(
        .decode,
        "\(url) answered with neither JSON nor an event stream\(quoted(bytes)); check url"
      )
    case .endless:
      error(.decode, "the answer is larger than 64 MB and was cut off; look at the server's log")
    }
  }

  /// A sound answer without what was promised.
  enum Misshapen {
    case empty
    case emptyStream
    case noContent
    case noText(reason: String?)
    case noModels
  }

  func shape(_ what: Misshapen) -> ReplyError {
    switch what {
    case .empty:
      error(.shape, "the answer is empty; the prompt may be longer than the model's context")
    case .emptyStream:
      error(.shape, "the stream ended without any text and without an ending; try again")
    case .noContent:
      error(.shape, "the answer is JSON without choices[0].message.content; check url (\(url))")
    case .noText(nil):
      error(.shape, "the model ended without any text; try again, or change the prompt")
    case .noText(let reason?):
      error(
        .shape,
        "the model ended (\(ServerLine(reason, secrets: secrets).text)) without any text; "
          + "try again, or change the prompt"
      )
    case .noModels:
      error(.shape, "the answer holds no list of models; check url (\(url))")
    }
  }

  func error(
    _ kind: ReplyError.Kind,
    _ problem: String,
    isTimeLimit: Bool = false,
    status: Int? = nil
  ) -> ReplyError {
    ReplyError(
      kind: kind,
      source: source,
      problem: problem,
      isTimeLimit: isTimeLimit,
      status: status
    )
  }

  func quoted(_ bytes: [UInt8]) -> String { ServerLine(bytes, secrets: secrets).quoted }
}
