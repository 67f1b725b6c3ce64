import FlyingFox
import FoundationEssentials

import enum Conversation.JSONValue

/// Answers the requests of the OpenAI protocol that weir makes, out of canned scripts.
struct DemoHandler: HTTPHandler {
  let pace: DemoPace
  let answers: AnswerCount
  let plan: FaultPlan
  let show: RecordingShow

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    switch (request.method, request.path) {
    case (.GET, "/v1/models"): return .json(.ok, models)
    case (.POST, "/v1/chat/completions"):
      let data = try await request.bodyData
      let lateness = plan.lateness * pace.scale
      if lateness > 0 { try await Task.sleep(for: .milliseconds(lateness)) }
      if let response = faultyResponse { return response }
      guard let recording = show.next() else { return chat(data) }
      let wait = recording.headMilliseconds * pace.scale
      if wait > 0 { try await Task.sleep(for: .milliseconds(wait)) }
      return replayed(recording)
    default:
      return .error(.notFound, "There is no \(request.method.rawValue) \(request.path) here.")
    }
  }

  private var models: JSONValue {
    let recorded = show.recordings.map(\.model)
    let names = recorded.isEmpty ? DemoModel.listed.map(\.name) : recorded
    let models = names.map { name -> JSONValue in
      ["id": .string(name), "object": "model", "created": 0, "owned_by": "weir"]
    }
    return ["object": "list", "data": .array(models)]
  }

  private func replayed(_ recording: ServedRecording) -> HTTPResponse {
    var headers = HTTPHeaders()
    for field in recording.fields { headers[HTTPHeader(field.name)] = field.value }
    return HTTPResponse(
      statusCode: HTTPStatusCode(recording.status, phrase: "Recorded"),
      headers: headers,
      body: HTTPBodySequence(
        from: WireBody(
          script: recording.script.with(plan.faults),
          pace: pace,
          answer: answers.begin()
        )
      )
    )
  }

  /// What comes in the place of any answer.
  private var faultyResponse: HTTPResponse? {
    if let status = plan.takeRefusal() {
      var response = HTTPResponse.error(
        HTTPStatusCode(status, phrase: "Fault"),
        "Refused with \(status), as asked."
      )
      response.headers[HTTPHeader("Retry-After")] = "1"
      return response
    }
    if plan.faults.contains(.empty) {
      return HTTPResponse(
        statusCode: .ok,
        headers: [.contentType: "text/event-stream"],
        body: Data()
      )
    }
    guard plan.faults.contains(.html) else { return nil }
    let page = "<!doctype html><title>Sign in</title><p>Sign in to go on."
    return HTTPResponse(
      statusCode: .ok,
      headers: [.contentType: "text/html"],
      body: Data(page.utf8)
    )
  }

  private func chat(_ data: Data) -> HTTPResponse {
    guard let body = try? JSONDecoder().decode(ChatBody.self, from: data) else {
      return .error(.badRequest, "The body must be JSON with a model and messages.")
    }
    guard let model = DemoModel(name: body.model) else {
      return .error(.notFound, "There is no model named \(body.model) here.")
    }
    switch model.answer(to: body.question, turn: max(1, body.turn)) {
    case .refusal(let status, let seconds, let message):
      var response = HTTPResponse.error(
        HTTPStatusCode(status, phrase: "Too Many Requests"),
        message
      )
      response.headers[HTTPHeader("Retry-After")] = String(seconds)
      return response
    case .script(let script):
      return answer(body.maxTokens.map { script.limited(toDeltas: $0) } ?? script, to: body)
    }
  }

  private func answer(_ script: DemoScript, to body: ChatBody) -> HTTPResponse {
    guard body.stream == true, !plan.faults.contains(.plain) else {
      let whole = WireScript.whole(script, model: body.model, promptTokens: body.promptTokens)
        .with(plan.faults)
      return HTTPResponse(
        statusCode: .ok,
        headers: [.contentType: "application/json"],
        body: HTTPBodySequence(from: WireBody(script: whole, pace: pace, answer: answers.begin()))
      )
    }
    let writer = ChunkWriter(
      model: body.model,
      includesUsage: body.streamOptions?.includeUsage == true,
      promptTokens: body.promptTokens
    )
    return HTTPResponse(
      statusCode: .ok,
      headers: [.contentType: "text/event-stream", .cacheControl: "no-cache"],
      body: HTTPBodySequence(
        from: WireBody(
          script: .streamed(script, by: writer).with(plan.faults),
          pace: pace,
          answer: answers.begin()
        )
      )
    )
  }
}

extension HTTPResponse {
  fileprivate static func json(_ status: HTTPStatusCode, _ value: JSONValue) -> HTTPResponse {
    HTTPResponse(
      statusCode: status,
      headers: [.contentType: "application/json"],
      body: Data(value.text.utf8)
    )
  }

  fileprivate static func error(_ status: HTTPStatusCode, _ message: String) -> HTTPResponse {
    .json(
      status,
      ["error": ["message": .string(message), "type": "demo_error", "code": .integer(status.code)]]
    )
  }
}
