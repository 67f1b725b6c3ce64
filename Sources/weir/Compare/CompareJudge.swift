import Conversation
import Measuring
import Reports

/// A preset that judges the answers to each prompt by a rubric, asked once in each order.
struct CompareJudge {
  let preset: Preset
  let rubric: Rubric

  /// It, as lines and reports name it.
  var named: ComparisonJudge { ComparisonJudge(preset: preset.name, rubric: rubric.name) }

  func messages(for group: CompareGroup, in order: JudgeOrder) -> [ChatMessage] {
    JudgeQuestion(
      rubric: rubric.text,
      question: group.prompt.text,
      reference: group.prompt.reference,
      answers: group.judged.map(\.content),
      seed: .random(in: .min ... .max)
    )
    .messages(in: order)
  }

  /// What both verdicts come to, or why there are not two.
  func judgement(of group: CompareGroup) -> Result<Judgement, JudgeFailure> {
    guard let given = group.verdicts[.given], let reversed = group.verdicts[.reversed] else {
      return .failure(.trouble(.empty))
    }
    return given.flatMap { given in reversed.map { Judgement(given: given, reversed: $0) } }
  }

  /// Whether it has judged just these answers of a group, by this rubric.
  func hasJudged(_ group: CompareGroup) -> Bool {
    group.judged.allSatisfy { vote(on: $0, of: group) != nil }
  }

  /// Whether a vote is of this judge by this rubric, whatever answers it was on.
  func isOwn(_ vote: AnswerRecord.Vote) -> Bool {
    named.isOwn(vote)
  }

  /// How an answer, by its place among those that were judged, fared.
  func vote(
    _ judgement: Judgement,
    on place: Int,
    of group: CompareGroup
  ) -> AnswerRecord.Vote {
    let outcome: AnswerRecord.Outcome =
      switch judgement.verdict {
      case .answer(let winner): winner == place ? .won : .lost
      case .tie: .tie
      case .allBad: .bad
      }
    return AnswerRecord.Vote(
      judge: preset.name,
      rubric: rubric.name,
      outcome: outcome,
      cells: group.judgedCells,
      isFlipped: judgement.isFlipped,
      reasons: judgement.reasons
    )
  }

  /// The vote of a group whose answers were judged in an earlier run.
  func knownVote(of group: CompareGroup, _ plan: ComparePlan) -> Vote? {
    let votes = group.answers.sorted { $0.key < $1.key }
      .compactMap { lane, record in vote(on: record, of: group).map { (lane, $0.outcome) } }
    let labels = votes.map { plan.lanes[$0.0].label }
    if let winner = votes.first(where: { $0.1 == .won }) {
      return Vote(labels, .winner(plan.lanes[winner.0].label))
    }
    return Vote(labels, votes.allSatisfy { $0.1 == .bad } ? .allBad : .tie)
  }

  func vote(_ judgement: Judgement, lanes: [Int], of plan: ComparePlan) -> Vote? {
    let labels = lanes.map { plan.lanes[$0].label }
    switch judgement.verdict {
    case .answer(let place): return Vote(labels, .winner(labels[place]))
    case .tie: return Vote(labels, .tie)
    case .allBad: return Vote(labels, .allBad)
    }
  }

  /// Its vote on an answer among just those of a group, whatever the order of the lanes was then.
  private func vote(on record: AnswerRecord, of group: CompareGroup) -> AnswerRecord.Vote? {
    named.vote(on: record, among: group.judgedCells)
  }
}
