import Conversation
import Measuring

/// One answer of a comparison as a line of JSON, which docs/FORMATS.md describes.
///
/// What a reader does not know stays in it.
package struct AnswerRecord: Sendable, Hashable {
  package var object: JSONObject

  /// How an answer fared among those it was compared with, by the word that stands for it in a line.
  package enum Outcome: String, Sendable, Hashable {
    case won
    case lost
    case tie
    /// All of them were found bad.
    case bad
  }

  /// The judged outcome of one answer.
  package struct Vote: Sendable, Hashable {
    package var judge: String
    package var rubric: String
    package var outcome: Outcome
    /// The answers that were compared, by their cells.
    package var cells: [String]
    package var isFlipped: Bool
    package var reasons: [String]

    package init(
      judge: String,
      rubric: String,
      outcome: Outcome,
      cells: [String],
      isFlipped: Bool,
      reasons: [String]
    ) {
      self.judge = judge
      self.rubric = rubric
      self.outcome = outcome
      self.cells = cells
      self.isFlipped = isFlipped
      self.reasons = reasons
    }
  }

  package init(_ object: JSONObject) {
    self.object = object
  }

  /// Reads what ``line`` writes; `nil` for what is no such line.
  package init?(line: JSONValue) {
    guard let object = line.asObject, let cell = object["cell"]?.asText,
      UInt64(cell, radix: 16) != nil, object["preset"]?.asText != nil
    else { return nil }
    self.object = object
  }

  /// With a line end.
  package var line: String { JSONValue.object(object).text + "\n" }

  /// The same for a terminal, too: nothing in it changes how the rest is shown.
  package var printableLine: String { JSONValue.object(object).printableText + "\n" }

  /// What every line begins with, up to the name of the cell.
  package static var opening: String { "{\"cell\":\"" }

  package static func text(ofCell key: UInt64) -> String {
    let digits = String(key, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension AnswerRecord {
  package var cell: UInt64? { text("cell").flatMap { UInt64($0, radix: 16) } }
  package var prompt: String { text("prompt") ?? "" }
  package var promptID: String? { text("prompt_id") }
  package var preset: String { text("preset") ?? "" }
  package var lane: String { text("lane") ?? preset }
  package var run: Int { object["run"]?.asInteger ?? 1 }
  package var content: String { text("content") ?? "" }
  package var reasoning: String { text("reasoning") ?? "" }
  package var asked: String { text("asked") ?? "" }
  /// Why it failed, in one sentence.
  package var problem: String? { object["error"]?["message"]?.asText }
  package var hasFailed: Bool { object["error"]?.asObject != nil }
  package var isIncomplete: Bool { object["incomplete"]?.asBool ?? false }
  /// Whether the same need not be asked again.
  package var isDone: Bool { !hasFailed && !isIncomplete }
  package var missing: [String] { object["missing"]?.asArray?.compactMap(\.asText) ?? [] }

  /// `nil` while a judge has not spoken.
  package var votes: [Vote]? {
    get {
      object["votes"]?.asArray?.compactMap { vote in
        guard let outcome = vote["outcome"]?.asText.flatMap(Outcome.init) else { return nil }
        return Vote(
          judge: vote["judge"]?.asText ?? "",
          rubric: vote["rubric"]?.asText ?? "",
          outcome: outcome,
          cells: vote["of"]?.asArray?.compactMap(\.asText) ?? [],
          isFlipped: vote["flipped"]?.asBool ?? false,
          reasons: vote["reasons"]?.asArray?.compactMap(\.asText) ?? []
        )
      }
    }
    set { object["votes"] = newValue.map { .array($0.map(\.json)) } ?? .null }
  }

  private func text(_ name: String) -> String? { object[name]?.asText }

  /// Notes what was expected: `met` is null where nothing was.
  package mutating func note(expected: [String]) {
    let missing = expected.filter { !content.contains($0) }
    object["met"] = expected.isEmpty || !isDone ? .null : .bool(missing.isEmpty)
    object["missing"] = isDone ? .array(missing.map { .string($0) }) : .array([])
  }

  /// What counts of it.
  package var figures: AnswerFigures {
    var figures = AnswerFigures(hasFailed ? .failed : isIncomplete ? .incomplete : .whole)
    let timing = object["timing"]
    figures.isRetried = (object["attempts"]?.asInteger ?? 1) > 1
    figures.ttftMilliseconds = timing?["ttft_ms"]?.asNumber
    figures.totalMilliseconds = timing?["total_ms"]?.asNumber
    figures.tokensPerSecond = timing?["tokens_per_second"]?.asNumber
    figures.deltasPerSecond = timing?["deltas_per_second"]?.asNumber
    figures.tokens = object["usage"]?["completion_tokens"]?.asInteger
    figures.cost = object["cost"]?.asNumber
    figures.bytes = content.utf8.count
    figures.isMet = object["met"]?.asBool
    return figures
  }
}

extension AnswerRecord.Vote {
  fileprivate var json: JSONValue {
    [
      "judge": .string(judge), "rubric": .string(rubric), "outcome": .string(outcome.rawValue),
      "of": .array(cells.map { .string($0) }),
      "flipped": .bool(isFlipped), "reasons": .array(reasons.map { .string($0) }),
    ]
  }
}
