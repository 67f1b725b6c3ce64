import Conversation
import Measuring

/// The measurement as one JSON object, which docs/MEASURING.md describes.
extension BenchReport {
  package var json: JSONValue {
    JSONObject.having([
      "made": .moment(made),
      "weir": .string(version),
      "complete": .bool(isComplete),
      "settings": settings.json,
      "interval": .number(0.95),
      "overhead": delays?.json ?? .null,
      "presets": .array(results.map(\.json)),
      "against": comparison?.json,
    ])
  }
}

extension JSONValue {
  /// To a millionth, which is a nanosecond of what is in milliseconds.
  fileprivate static func rounded(_ value: Double?) -> JSONValue {
    value.map { .number(($0 * 1e6).rounded() / 1e6) } ?? .null
  }

  fileprivate static func range(_ range: ClosedRange<Double>?) -> JSONValue {
    range.map { .array([.rounded($0.lowerBound), .rounded($0.upperBound)]) } ?? .null
  }
}

extension ArrivalDelays {
  fileprivate var json: JSONValue {
    [
      "deltas": .integer(count), "p50_ms": .rounded(percentiles.p50),
      "p99_ms": .rounded(percentiles.p99), "max_ms": .rounded(percentiles.max),
    ]
  }
}

extension BenchResult {
  fileprivate var json: JSONValue {
    var object = counts
    for figure in BenchFigure.allCases {
      object.append((figure.rawValue, summaries[figure]?.json ?? .null))
    }
    let samples = BenchFigure.allCases.compactMap { figure in
      tally.samples[figure].map { (figure.rawValue, JSONValue.array($0.map { .rounded($0) })) }
    }
    object.append(("samples", .object(JSONObject(samples))))
    return .object(JSONObject(object))
  }

  private var counts: [(String, JSONValue)] {
    let inputs = tally.promptTokens
    let input = inputs.reduce(0.0) { $0 + Double($1) } / Double(max(1, inputs.count))
    return [
      ("preset", .string(load.preset)), ("concurrency", .integer(load.concurrency)),
      ("endpoint", .string(endpoint)), ("model", .string(model)),
      ("planned", .integer(planned)), ("requests", .integer(tally.requests)),
      ("whole", .integer(tally.whole)), ("errors", .integer(tally.errors)),
      ("incomplete", .integer(tally.incomplete)), ("repeated", .integer(tally.repeated)),
      ("time_limits", .integer(tally.timeLimits)),
      ("errors_by_kind", .object(JSONObject(kinds))),
      ("problems", .array(tally.problems.map { ["message": .string($0), "count": .integer($1)] })),
      ("seconds", .rounded(tally.seconds)),
      ("requests_per_second", .rounded(tally.requestsPerSecond?.value)),
      ("requests_per_second_interval", .range(tally.requestsPerSecond?.interval)),
      ("tokens_per_second", .rounded(tally.tokensPerSecond?.value)),
      ("tokens_per_second_interval", .range(tally.tokensPerSecond?.interval)),
      ("tokens", .integer(tally.tokens)),
      ("tokens_counted_by", tokenCount.map { .string($0.rawValue) } ?? .null),
      ("input_tokens", inputs.isEmpty ? .null : .rounded(input)),
      ("cached_tokens", tally.cachedTokens.map { .integer($0) } ?? .null),
      ("mean_concurrency", .rounded(tally.meanConcurrency)),
      ("own_processor", .rounded(processorPart)),
      ("gaps_one_in", .integer(tally.gapStride)),
    ]
  }

  private var kinds: [(String, JSONValue)] {
    tally.failures.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { ($0.key.rawValue, .integer($0.value)) }
  }
}

extension FigureSummary {
  fileprivate var json: JSONValue {
    let values = [percentiles.p50, percentiles.p90, percentiles.p95, percentiles.p99]
    let names = ["p50", "p90", "p95", "p99"]
    let intervals = [("mean", meanInterval)] + Array(zip(names, percentileIntervals))
    var members: [(String, JSONValue)] = [("mean", .rounded(mean))]
    members += zip(names, values).map { ($0, .rounded($1)) }
    members += [
      ("min", .rounded(least)), ("max", .rounded(percentiles.max)), ("count", .integer(count)),
      ("interval", .object(JSONObject(intervals.map { ($0, .range($1)) }))),
    ]
    return .object(JSONObject(members))
  }
}

extension BenchComparison {
  fileprivate var json: JSONValue {
    JSONObject.having([
      "made": .moment(earlier),
      "differences": .array(differences.map { .string($0) }),
      "changes": .array(changes.map(\.json)),
    ])
  }
}

extension BenchChange {
  fileprivate var json: JSONValue {
    [
      "preset": .string(load.preset), "concurrency": .integer(load.concurrency),
      "figure": .string(figure.rawValue), "before_p50": .rounded(before), "now_p50": .rounded(now),
      "change": .rounded(part), "u": .number(test.u), "p": .number(test.p),
      "p_adjusted": .number(adjustedP), "method": .string(test.method.rawValue),
      "more_than_noise": .bool(isMoreThanNoise),
    ]
  }
}
