import Conversation
import Measuring
import Reports

/// What happens when an answer or a verdict has come.
extension CompareRun {
  mutating func finish(_ job: RunningJob, lane: Int, of number: Int) throws {
    guard let group = groups[number] else { return }
    var record = AnswerRecord(
      of: job,
      lane: plan.lanes[lane],
      in: group,
      cell: group.cells[lane],
      asked: plan.modeInWords
    )
    record.note(expected: group.prompt.expected)
    if judge != nil, record.isDone { record.votes = nil }
    let offset = try file?.append(record) ?? -1
    score.count(record, lane: lane, place: group.firstPlace + lane, offset: offset, isReused: false)
    if judge == nil || !record.isDone { try output.show(record) }
    groups[number]?.open -= 1
    if judge != nil, record.isDone { groups[number]?.answers[lane] = record }
    if groups[number]?.open == 0 { try complete(number) }
  }

  /// All lanes have answered.
  mutating func complete(_ number: Int) throws {
    guard let judge, let group = groups[number] else {
      groups[number] = nil
      return
    }
    if let server = plan.judgeServer, group.answers.count > 1, !judge.hasJudged(group) {
      for order in JudgeOrder.allCases.reversed() {
        queue.addFirst(.judgement(group: number, order), to: server)
      }
    } else {
      if let vote = judge.knownVote(of: group, plan) { score.tally.count(vote) }
      try close(number, nil)
    }
  }

  mutating func judged(_ job: RunningJob, _ order: JudgeOrder, of number: Int) throws {
    guard let judge, var group = groups[number] else { return }
    group.take(job.message, in: order)
    groups[number] = group
    guard group.verdicts.count == JudgeOrder.allCases.count else { return }
    switch judge.judgement(of: group) {
    case .success(let judgement): try close(number, judgement)
    case .failure(let trouble):
      if !unreachable.isGivenUp(job.server) {
        output.progress.note("\(judge.preset.name): \(trouble.sentence); nobody has won")
      }
      score.judgeTroubles += 1
      // Its answers stay without votes in the file, so that the next run asks the judge again.
      groups[number] = nil
      for lane in group.answers.keys.sorted() {
        try group.answers[lane].map { try output.show($0) }
      }
    }
  }

  /// Shows the answers that wait for a verdict which will not come.
  mutating func showUnjudged() throws {
    for number in groups.numbers {
      for record in groups[number]?.judged ?? [] { try output.show(record) }
    }
  }

  /// Forgets a group whose answers are judged, or never will be.
  private mutating func close(_ number: Int, _ judgement: Judgement?) throws {
    guard let judge, let group = groups[number] else { return }
    groups[number] = nil
    let lanes = group.answers.keys.sorted()
    if let judgement, let vote = judge.vote(judgement, lanes: lanes, of: plan) {
      score.tally.count(vote)
    }
    for (place, lane) in lanes.enumerated() {
      guard var record = group.answers[lane] else { continue }
      if let judgement {
        // What it said earlier was of other answers.
        let others = (record.votes ?? []).filter { !judge.isOwn($0) }
        record.votes = others + [judge.vote(judgement, on: place, of: group)]
      } else if record.votes == nil {
        record.votes = []
      } else {
        continue
      }
      score.places[group.firstPlace + lane] = try file?.append(record) ?? -1
      try output.show(record)
    }
  }
}
