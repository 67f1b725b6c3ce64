import Conversation
import Measuring

extension WorkbenchState {
  /// `/merge [PRESET]`: without one, it is asked for.
  mutating func merge(typed name: String) throws(SlashRefusal) -> [Effect] {
    _ = try comparedAnswers()
    guard !name.isEmpty else { return openPresetPicker(for: .merge) }
    return try merge(by: try preset(named: name))
  }

  /// Opens the choice of who merges.
  mutating func openMergePicker() -> [Effect] {
    do throws(SlashRefusal) { return try merge(typed: "") } catch {
      status = StatusMessage(error.sentence)
      return []
    }
  }

  /// Has a preset write one answer from those of all lanes, as their sibling, in a lane of its own.
  mutating func merge(by preset: Preset) throws(SlashRefusal) -> [Effect] {
    let compared = try comparedAnswers()
    let place = compared.lanes.firstIndex(of: conversation.focused) ?? 0
    guard let turn = tree[compared.replies[place]].parent else { return [] }
    let question = MergeQuestion(
      question: tree[turn].sentText,
      context: context(before: compared.replies[place]),
      answers: compared.replies.map { tree[$0].content },
      seed: random.next()
    )
    let request = newRequest()
    let asked = sidebar.effective(preset)
    var snapshot = asked
    snapshot.system = nil
    var reply = Reply(preset: snapshot, request: request, started: now)
    let names = compared.answers.map(\.contestant).joined(separator: ", ")
    reply.difference = "merging"
    reply.notices = ["written from the answers of \(names)"]
    let tip = tree.addReply(reply, under: turn, at: wallNow)
    if answerRun == nil { answerRun = AnswerRun(began: now) }
    conversation.add(preset: preset, tip: tip)
    let lane = conversation.lanes.count - 1
    conversation.lanes[lane].begin(request, tip: tip)
    conversation.focus(lane)
    sidebar.set(.streaming, of: asked)
    lastFigures = nil
    let drop =
      keyMap.notation(for: .dropLane).map { "; \($0) drops its lane, not its answer" } ?? ""
    status = StatusMessage("\(preset.name) writes one answer from \(compared.answers.count)\(drop)")
    return [.send(request, preset: asked, messages: question.messages)]
  }
}
