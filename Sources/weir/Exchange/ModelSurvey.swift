import Broker
import Conversation
import Synchronization

/// Asks several endpoints at once what models they have.
struct ModelSurvey {
  /// What one endpoint said.
  struct Finding: Sendable {
    var endpoint: Endpoint
    var models: Result<[ModelInfo], ReplyError>

    var hasFailed: Bool { if case .failure = models { true } else { false } }
  }

  /// What has come so far; a class because the broker's queue writes it and the caller reads it.
  private final class Answers: Sendable {
    let models = Mutex<[Int: Result<[ModelInfo], ReplyError>]>([:])
  }

  private let endpoints: [Endpoint]

  init(of endpoints: [Endpoint]) {
    self.endpoints = endpoints
  }

  /// Waits for all of them, each by its own time limits; in the order of the endpoints.
  ///
  /// `nil` when it was interrupted.
  func run(over exchange: Exchange) -> [Finding]? {
    let answers = Answers()
    let raise = exchange.raiseWake
    for (index, endpoint) in endpoints.enumerated() {
      exchange.starter.models(of: endpoint, timeoutMilliseconds: 0) { result in
        answers.models.withLock { $0[index] = result }
        raise()
      }
    }
    while answers.models.withLock({ $0.count }) < endpoints.count {
      if case .interrupted = exchange.wait() { return nil }
    }
    let models = answers.models.withLock { $0 }
    return endpoints.enumerated().compactMap { index, endpoint in
      models[index].map { Finding(endpoint: endpoint, models: $0) }
    }
  }
}

extension [ModelSurvey.Finding] {
  /// Names alone for one endpoint; for several each with its endpoint and the length of its context.
  var table: String {
    let rows = flatMap { finding in
      ((try? finding.models.get()) ?? []).map { model in
        count == 1
          ? [model.id]
          : [finding.endpoint.name, model.id, model.contextLength.map(String.init) ?? ""]
      }
    }
    return rows.isEmpty ? "" : TextTable(rows: rows).text + "\n"
  }

  var json: JSONValue {
    .array(
      map { finding in
        let name = JSONValue.string(finding.endpoint.name)
        switch finding.models {
        case .success(let models):
          return ["endpoint": name, "models": .array(models.map(\.json)), "error": .null]
        case .failure(let error):
          return [
            "endpoint": name, "models": .array([]),
            "error": ["kind": .string(error.kind.rawValue), "message": .string(error.description)],
          ]
        }
      }
    )
  }
}

extension ModelInfo {
  fileprivate var json: JSONValue {
    ["id": .string(id), "context_length": contextLength.map(JSONValue.integer) ?? .null]
  }
}
