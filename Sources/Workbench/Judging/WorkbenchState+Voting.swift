import Conversation

extension WorkbenchState {
  /// The answers of the lanes to the turn that keys act on.
  ///
  /// - Throws: Why they cannot be compared.
  func comparedAnswers() throws(SlashRefusal) -> ComparedAnswers {
    guard conversation.hasLanes else {
      throw SlashRefusal("there is one lane only: nothing to compare")
    }
    let shown = answersOfTurn.compactMap { answer in
      answer.lane.map { (reply: answer.reply, lane: $0) }
    }
    guard shown.count > 1 else {
      throw SlashRefusal("there are no answers of several lanes to compare yet")
    }
    let streams = shown.contains { tree[$0.reply].reply?.isStreaming ?? true }
    let waits = conversation.lanes.contains { !$0.pending.isEmpty }
    guard !streams, !waits else { throw SlashRefusal("wait until all lanes have answered") }
    return ComparedAnswers(
      turns: Set(shown.compactMap { tree[$0.reply].parent }),
      replies: shown.map(\.reply),
      lanes: shown.map(\.lane),
      answers: shown.map { votedAnswer($0.reply) }
    )
  }

  private func votedAnswer(_ id: MessageID) -> VotedAnswer {
    let reply = tree[id].reply
    return VotedAnswer(
      reply: tree[id].key,
      preset: reply?.preset.name ?? "",
      model: reply?.reportedModel ?? reply?.preset.model ?? "",
      difference: reply?.difference ?? ""
    )
  }

  /// Asks which of the turn's answers is the best.
  mutating func openVote() {
    do throws(SlashRefusal) {
      let compared = try comparedAnswers()
      let earlier = tree.votes(on: compared.turns).first { $0.voter == .user }
      overlay = .vote(
        VoteDialog(compared, names: answerNames(ofLanes: compared.lanes), earlier: earlier)
      )
    } catch {
      status = StatusMessage(error.sentence)
    }
  }

  /// Gives a key to the question for a vote.
  mutating func takeInVote(_ key: Key, _ dialog: VoteDialog) -> [Effect] {
    var dialog = dialog
    let command = keyMap.command(for: key, in: .overlay)
    switch command {
    case .overlayClose where dialog.isNoting: dialog.chooseAgain()
    case .overlayClose:
      overlay = nil
      return []
    case .listAccept where dialog.isNoting && !dialog.hasChosen: dialog.chooseAgain()
    case .listAccept where dialog.isNoting || dialog.takesBack: return finish(dialog)
    case .listAccept: dialog.accept()
    case _ where dialog.isNoting: dialog.note.takeInField(key, keyMap: keyMap)
    case .listDown: dialog.move(by: 1)
    case .listUp: dialog.move(by: -1)
    default:
      if let text = key.typedText, !dialog.choose(text), dialog.beginNote(with: text) {
        dialog.note.takeInField(key, keyMap: keyMap)
      }
    }
    overlay = .vote(dialog)
    return []
  }

  /// Closes the question and does what was chosen.
  private mutating func finish(_ dialog: VoteDialog) -> [Effect] {
    overlay = nil
    if let verdict = dialog.chosen.verdict {
      cast(verdict, of: dialog)
    } else {
      tree.withdrawVote(of: .user, on: dialog.turns)
      status = StatusMessage("your vote is taken back", role: .success)
    }
    return []
  }

  /// Keeps the vote, and shows whose answers they were.
  private mutating func cast(_ verdict: TurnVote.Verdict, of dialog: VoteDialog) {
    guard var vote = TurnVote(verdict, on: dialog.answers, by: .user, at: wallNow) else { return }
    vote.note = dialog.note.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    vote.isBlind = hidesNames
    tree.vote(vote, on: dialog.turns)
    let wasHidden = hidesNames
    if wasHidden { conversation.reveal() }
    refreshLabels()
    let kept = keeping.isOffTheRecord ? "; off the record, so it does not count" : ""
    let words =
      switch verdict {
      case .answer: wasHidden ? "\(dialog.chosen.words) is the best: it is " : "the best: "
      case .tie: "a tie"
      case .allBad: dialog.chosen.words
      }
    let name =
      lane(of: vote.winner).flatMap { answerNames(ofLanes: [$0]).first }
      ?? vote.winner?.contestant ?? ""
    status = StatusMessage("voted, \(words)\(name)\(kept)", role: .success)
  }

  /// The lane on whose path an answer lies.
  func lane(of answer: VotedAnswer?) -> Int? {
    guard let answer else { return nil }
    return conversation.lanes.firstIndex { lane in
      tree.path(to: lane.tip).contains { tree[$0].key == answer.reply }
    }
  }

  /// The votes on the answers to the turn that keys act on.
  var votesOfTurn: [TurnVote] {
    tree.votes(on: Set(answersOfTurn.compactMap { tree[$0.reply].parent }))
  }

  /// What was said of an answer, in a word or two: `★ best`, `★ tie`, `☆ fast` for a judge's best.
  package func verdictWords(on reply: MessageID, among votes: [TurnVote]) -> String? {
    let key = tree[reply].key
    let words = votes.compactMap { vote -> String? in
      guard vote.answers.contains(where: { $0.reply == key }) else { return nil }
      switch (vote.verdict, vote.voter) {
      case (.answer, .user): return vote.winner?.reply == key ? "\u{2605} best" : nil
      case (.tie, .user): return "= tie"
      case (.allBad, .user): return "\u{2717} bad"
      case (.answer, .judge(let preset, _)):
        return vote.winner?.reply == key ? "\u{2606} \(preset)" : nil
      case (.tie, .judge), (.allBad, .judge): return nil
      }
    }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// What was said of a lane's last answer; `nil` while names are hidden, too.
  package func verdictWords(onLane lane: Int) -> String? {
    guard !hidesNames, conversation.hasLanes, let tip = conversation.lanes[lane].tip,
      tree[tip].isReply
    else { return nil }
    let turns = Set(conversation.lanes.compactMap { $0.tip.flatMap { tree.turn(of: $0) } })
    return verdictWords(on: tip, among: tree.votes(on: turns))
  }
}
