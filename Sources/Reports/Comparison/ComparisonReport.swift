import Conversation
import Measuring

/// What a report of a comparison says of all of it; the answers follow, one prompt at a time.
package struct ComparisonReport: Sendable {
  package let lanes: [ComparedLane]
  /// How it was asked, in words.
  package let mode: String
  package let prompts: Int
  package let runs: Int
  package let made: WallTime
  /// Whose verdicts are told; `nil` where nobody judged.
  package var judge: ComparisonJudge?

  package init(lanes: [ComparedLane], mode: String, prompts: Int, runs: Int, made: WallTime) {
    self.lanes = lanes
    self.mode = mode
    self.prompts = prompts
    self.runs = runs
    self.made = made
  }

  /// What it is about, in a line.
  var facts: String {
    let facts = [
      made.shortText, Self.count(prompts, "prompt"), Self.count(lanes.count, "preset"),
      runs > 1 ? "\(runs) runs" : "", "asked \(mode)",
      judge.map { "judged by \($0.preset), \($0.rubric)" } ?? "",
    ]
    return facts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// What the judge said of an answer among those to one prompt; nothing that another one did, or on other answers.
  func vote(on answer: AnswerRecord, among answers: [AnswerRecord]) -> AnswerRecord.Vote? {
    let judged = answers.filter(\.isDone).compactMap(\.cell)
    return judge?.vote(on: answer, among: judged.map { AnswerRecord.text(ofCell: $0) })
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}

extension AnswerRecord {
  /// Its figures and how it fared by a vote, in a line.
  package func facts(_ vote: Vote?) -> String {
    let figures = figures
    let facts = [
      figures.ttftMilliseconds.map { "TTFT \(FigureText.milliseconds($0))" },
      figures.totalMilliseconds.map { "total \(FigureText.milliseconds($0))" }, rate(of: figures),
      figures.tokens.map { "\($0) tokens" }, figures.cost.map { "cost \(FigureText.cost($0))" },
      figures.isRetried ? "\(object["attempts"]?.asInteger ?? 2) attempts" : nil,
      vote?.standing,
      missing.isEmpty ? nil : "lacks \(missing.map { "“\($0)”" }.joined(separator: ", "))",
    ]
    return facts.compactMap { $0 }.joined(separator: " · ")
  }

  private func rate(of figures: AnswerFigures) -> String? {
    if let rate = figures.tokensPerSecond { return "\(FigureText.decimal(rate)) tok/s" }
    return figures.deltasPerSecond.map { "\(FigureText.decimal($0)) \u{394}/s" }
  }
}

extension AnswerRecord.Vote {
  fileprivate var standing: String {
    switch outcome {
    case .won: "won"
    case .lost: "lost"
    case .bad: "all found bad"
    case .tie: isFlipped ? "tie: the verdict flipped with the order" : "tie"
    }
  }
}
