import Conversation
import Reports
import Workbench

extension ReplayedFile {
  /// Makes a conversation of recordings: a question for each prompt, below it the answers in the order in which they
  /// were asked for, and a lane for each preset that one question was put to.
  ///
  /// `number` says which question the lanes show, from 1; `nil` where there is no such question.
  init?(name: String, _ replies: [RecordedReply], question number: Int = 1) {
    var tree = MessageTree(seed: StableHash(name).value)
    var logs: [MessageID: WireLog] = [:]
    var lanes: [(preset: Preset, tip: MessageID)] = []
    let questions = Self.questions(of: replies)
    guard questions.indices.contains(number - 1) else { return nil }
    for (index, answers) in questions.enumerated() {
      guard let first = answers.first else { continue }
      let turn = tree.addUserMessage(first.prompt, under: nil, at: first.asked)
      for answer in answers {
        let id = tree.add(answer, under: turn, number: logs.count)
        logs[id] = answer.log
        if index == number - 1, !lanes.contains(where: { $0.preset == answer.preset }) {
          lanes.append((answer.preset, id))
        }
      }
    }
    var record = ConversationRecord(
      id: StableHash(name).conversationID,
      created: replies.map(\.asked).min() ?? WallTime(milliseconds: 0)
    )
    let prompt = questions[number - 1].first?.prompt ?? ""
    let cells = Self.cells(of: lanes.map(\.preset))
    record.setTitle(ConversationRecord.title(from: prompt), from: .firstMessage)
    let stored = StoredConversation(record: record, messages: tree.storedMessages)
    self.init(
      name: name,
      conversation: stored.showing(
        lanes: zip(lanes, cells).map { ($0.preset.name, $1, tree[$0.tip].key) }
      ),
      recordings: Dictionary(uniqueKeysWithValues: logs.map { (tree[$0].key, $1) })
    )
  }

  /// What lanes of one preset's name were asked with that the others of this name were not, as in a sweep.
  private static func cells(of presets: [Preset]) -> [SweepCell] {
    presets.map { preset in
      let others = presets.filter { $0.name == preset.name && $0 != preset }
      let names = preset.parameters.keys.filter { name in
        others.contains { $0.parameters[name] != preset.parameters[name] }
      }
      var settings = names.sorted().compactMap { name in
        preset.parameters[name].map { SweepSetting(name.rawValue, $0) }
      }
      if others.contains(where: { $0.model != preset.model }) {
        settings.append(SweepSetting("model", .string(preset.model)))
      }
      return SweepCell(settings)
    }
  }

  /// The answers by prompt, in the order of the file; those to one prompt in the order in which they were asked for.
  static func questions(of replies: [RecordedReply]) -> [[RecordedReply]] {
    var order: [String] = []
    var answers: [String: [RecordedReply]] = [:]
    for reply in replies {
      if answers[reply.prompt] == nil { order.append(reply.prompt) }
      answers[reply.prompt, default: []].append(reply)
    }
    return order.map { prompt in
      (answers[prompt] ?? []).enumerated()
        .sorted { ($0.element.asked, $0.offset) < ($1.element.asked, $1.offset) }
        .map(\.element)
    }
  }
}

extension MessageTree {
  /// Adds an answer by playing what happened, so that it is what it was when it had come.
  fileprivate mutating func add(
    _ answer: RecordedReply,
    under turn: MessageID,
    number: Int
  ) -> MessageID {
    let request = RequestID(number)
    let start = MonotonicTime(nanoseconds: 0)
    let reply = Reply(preset: answer.preset, request: request, started: start)
    let id = addReply(reply, under: turn, at: answer.asked)
    for event in answer.events(request: request) { apply(event) }
    return id
  }
}
