import Conversation

/// Makes the request of a preset; pure, and the only place that does.
package struct RequestBuilder {
  /// How the answer is asked for.
  package enum Delivery: Sendable, Hashable {
    case streamed
    case whole
  }

  /// Whether a streamed answer is asked to count tokens (`stream_options`).
  package enum UsageRequest: Sendable, Hashable {
    case asked
    case notAsked
  }

  private let endpoint: Endpoint
  private let credentials: Credentials

  package init(endpoint: Endpoint, credentials: Credentials) {
    self.endpoint = endpoint
    self.credentials = credentials
  }

  /// - Throws: A `transport` error for a URL that is none.
  package func chat(
    _ preset: Preset,
    _ messages: [ChatMessage],
    delivery: Delivery,
    usage: UsageRequest
  ) throws(ReplyError) -> HTTPRequest {
    let body = Self.body(of: preset, messages, delivery: delivery, usage: usage)
    var request = try request(for: "chat/completions")
    request.body = Array(body.text.utf8)
    let masked = preset.withMaskedExtra
    if masked.extra != preset.extra {
      let body = Self.body(of: masked, messages, delivery: delivery, usage: usage)
      request.bodyWithoutSecrets = Array(body.text.utf8)
    }
    let texts = messages.flatMap(\.texts) + messages.compactMap(\.reasoning)
    request.secrets += texts.filter { $0.utf8.count >= 16 }
    return request
  }

  /// The list of models.
  ///
  /// - Throws: A `transport` error for a URL that is none.
  package func models() throws(ReplyError) -> HTTPRequest {
    var request = try request(for: "models")
    request.headers.removeAll { $0.name == "Content-Type" }
    return request
  }

  private func request(for resource: String) throws(ReplyError) -> HTTPRequest {
    guard let url = EndpointURL(endpoint.url) else {
      throw ReplyError(
        kind: .transport,
        source: endpoint.name,
        problem: "its url is no http:// or https:// address; correct url in the configuration"
      )
    }
    var headers = [
      HTTPRequest.Field("Content-Type", "application/json"),
      HTTPRequest.Field("User-Agent", "weir"),
    ]
    if let key = credentials.key {
      headers.append(HTTPRequest.Field("Authorization", "Bearer \(key)"))
    }
    for field in credentials.headers {
      headers.removeAll { $0.name.lowercased() == field.name.lowercased() }
      headers.append(field)
    }
    let keys = credentials.secrets + endpoint.secretsOfQuery
    return HTTPRequest(
      url: url.joined(resource),
      headers: headers,
      body: nil,
      keys: keys,
      secrets: keys,
      plainURL: url.plain(resource)
    )
  }
}
