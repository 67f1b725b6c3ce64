import Conversation
import Measuring

extension WorkbenchState {
  /// `/judge [PRESET] [RUBRIC] [REFERENCE]`: without a preset, one is asked for.
  mutating func judge(typed argument: String) throws(SlashRefusal) -> [Effect] {
    var rest = argument.drop(while: \.isWhitespace)
    func word() -> String { String(rest.prefix { !$0.isWhitespace }) }
    func next() { rest = rest.dropFirst(word().count).drop(while: \.isWhitespace) }
    let preset = sidebar.preset(named: word())
    if preset != nil { next() }
    let rubric = rubrics.first { $0.name == word() }
    if rubric != nil { next() }
    if preset == nil, rubric == nil, !word().isEmpty {
      throw SlashRefusal(
        no: "preset or rubric",
        named: word(),
        of: sidebar.presets.map(\.name) + rubrics.map(\.name),
        listedBy: keyMap.notation(for: .presetPicker) ?? "/presets"
      )
    }
    if rubric == nil, !rest.isEmpty {
      let names = rubrics.map(\.name)
      throw SlashRefusal(no: "rubric", named: word(), of: names, listedBy: "docs/CONFIG.md")
    }
    let wanted = JudgeWish(
      rubric: rubric ?? rubrics.first { $0.name == Rubric.standard.name } ?? .standard,
      reference: rest.isEmpty ? nil : String(rest)
    )
    guard let preset else { return try pickJudge(wanted) }
    return try judge(by: preset, wanted)
  }

  /// Asks which preset is to judge.
  private mutating func pickJudge(_ wish: JudgeWish) throws(SlashRefusal) -> [Effect] {
    guard !hidesNames else { throw SlashRefusal("/judge NAME: name who is to judge") }
    _ = try comparedAnswers()
    return openPresetPicker(for: .judge(wish))
  }

  /// Opens the choice of a judge.
  mutating func openJudgePicker() -> [Effect] {
    do throws(SlashRefusal) { return try judge(typed: "") } catch {
      status = StatusMessage(error.sentence)
      return []
    }
  }

  /// Has a preset compare the answers to the turn, which it is shown without names, in both orders at once.
  mutating func judge(by preset: Preset, _ wish: JudgeWish) throws(SlashRefusal) -> [Effect] {
    guard judging == nil else { throw SlashRefusal("a judge is at work already; Esc stops it") }
    let compared = try comparedAnswers()
    let question = JudgeQuestion(
      rubric: wish.rubric.text,
      question: question(of: compared),
      contexts: compared.replies.map { context(before: $0) ?? "" },
      reference: wish.reference,
      answers: compared.replies.map { tree[$0].content },
      seed: random.next()
    )
    let asked = sidebar.effective(preset)
    let requests = JudgeOrder.allCases.map { (order: $0, request: newRequest()) }
    judging = JudgeRun(
      conversation: keeping.record.id,
      preset: preset.name,
      rubric: wish.rubric.name,
      compared: compared,
      began: now,
      orders: Dictionary(uniqueKeysWithValues: requests.map { ($0.request, $0.order) })
    )
    sidebar.set(.streaming, of: preset)
    status = nil
    return requests.map {
      .send($0.request, preset: asked, messages: question.messages(in: $0.order))
    }
  }

  /// How far a judge is that is at work; `nil` where none is.
  package var judgingInWords: String? { judging?.progress(at: now) }

  /// What the turn's question was, in the words of the first lane that is compared.
  func question(of compared: ComparedAnswers) -> String {
    compared.replies.first.flatMap { tree[$0].parent }.map { tree[$0].sentText } ?? ""
  }

  /// What was said before the turn that an answer replies to, on the way to that answer; `nil` for nothing.
  func context(before reply: MessageID) -> String? {
    guard let turn = tree[reply].parent else { return nil }
    let before = tree.path(to: turn).dropLast().filter { !tree[$0].isNote }
    guard !before.isEmpty else { return nil }
    return before.map { id in
      (tree[id].isReply ? "ASSISTANT:\n" : "USER:\n") + tree[id].sentText
    }
    .joined(separator: "\n\n")
  }

  /// Takes an event of a judge's request; `nil` where it belongs to another one.
  mutating func takeJudging(_ event: StreamEvent) -> [Effect]? {
    guard let order = judging?.orders[event.request] else { return nil }
    switch event.kind {
    case .delta(let delta):
      judging?.take(delta, of: order)
      return judging?.isEndless == true ? stopJudge(because: "it wrote without end") : []
    case .ended(let ending):
      judging?.endings[order] = ending
      if let run = judging, run.isOver { finish(run) }
    default: break
    }
    return []
  }

  /// Stops a judge, with nothing kept of what it has found.
  mutating func stopJudge(because reason: String = "stopped") -> [Effect] {
    guard let run = judging else { return [] }
    judging = nil
    settle(run, as: .ready)
    status = StatusMessage("\(run.preset) has not judged: \(reason)", role: .warning)
    return run.orders.keys.sorted { $0.rawValue < $1.rawValue }.map { .cancel($0) }
  }

  private mutating func finish(_ run: JudgeRun) {
    judging = nil
    do throws(SlashRefusal) {
      let judgement = try run.judgement()
      settle(run, as: .ready)
      keep(judgement, of: run)
    } catch {
      let failure = run.endings.values.first { if case .failed = $0 { true } else { false } }
      settle(run, as: failure == nil ? .ready : .failed(error.sentence))
      status = StatusMessage("no verdict: \(error.sentence)", role: .error)
      if overlay == nil, failure == nil {
        show(run.words, title: "no verdict; what \(run.preset) wrote")
      }
    }
  }

  private mutating func keep(_ judgement: Judgement, of run: JudgeRun) {
    guard keeping.record.id == run.conversation else {
      status = StatusMessage("\(run.preset) has judged a conversation that is not open; not kept")
      return
    }
    let voter = TurnVote.Voter.judge(preset: run.preset, rubric: run.rubric)
    let answers = run.compared.answers
    guard var vote = TurnVote(judgement.verdict, on: answers, by: voter, at: wallNow) else {
      return
    }
    vote.isBlind = true
    vote.reasons = judgement.accounts(of: answers.count)
    tree.vote(vote, on: run.compared.turns)
    let why = keyMap.notation(for: .showVotes).map { "; \($0) shows why" } ?? ""
    status = StatusMessage("\(run.preset): \(words(of: judgement, run))\(why)", role: .success)
  }

  private func words(of judgement: Judgement, _ run: JudgeRun) -> String {
    switch judgement.verdict {
    case .answer(let place):
      let best = run.compared.answers[place]
      return "the best is \(lane(of: best).map { laneName($0) } ?? best.contestant)"
    case .tie:
      return judgement.isFlipped ? "a tie, since its verdict changed with the order" : "a tie"
    case .allBad: return "none is any good"
    }
  }

  private mutating func settle(_ run: JudgeRun, as state: PresetState) {
    guard let preset = sidebar.preset(named: run.preset) else { return }
    if !conversation.lanes.contains(where: { $0.isStreaming && $0.preset.name == run.preset }) {
      sidebar.set(state, of: preset)
    }
  }
}

/// By what a judge that is to be chosen shall judge.
package struct JudgeWish: Sendable, Hashable {
  let rubric: Rubric
  let reference: String?
}
