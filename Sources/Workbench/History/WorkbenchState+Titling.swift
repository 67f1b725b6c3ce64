import Conversation

/// A title that a preset was asked for, as far as it has come.
struct TitleQuestion: Sendable {
  let request: RequestID
  let conversation: ConversationID
  let preset: String
  var answer = ""
}

extension WorkbenchState {
  /// Asks the preset that the configuration names for a title, once the first answer is there.
  mutating func askPresetForTitle(after lane: Int, _ ending: Ending) -> [Effect] {
    guard let name = historySettings.titlePreset, !keeping.isOffTheRecord, titling == nil,
      keeping.record.titleSource == .firstMessage, case .finished = ending,
      let reply = conversation.lanes[lane].tip, let turn = tree[reply].parent,
      tree[turn].parent == nil, hasOneAnswer, let preset = sidebar.preset(named: name)
    else { return [] }
    let request = newRequest()
    titling = TitleQuestion(request: request, conversation: keeping.record.id, preset: name)
    let asked = tree[turn].content.prefix(Self.titledCharacters)
    let answered = tree[reply].content.prefix(Self.titledCharacters)
    let messages = [
      ChatMessage(role: .system, content: Self.titleInstruction),
      ChatMessage(role: .user, content: "Question:\n\(asked)\n\nAnswer:\n\(answered)\n\nTitle:"),
    ]
    return [.send(request, preset: preset, messages: messages)]
  }

  private static var titledCharacters: Int { 2_000 }
  private static var titleInstruction: String {
    "You write titles for conversations: at most six words, in the language of the conversation, without quotes. "
      + "Answer with the title alone."
  }

  private var hasOneAnswer: Bool {
    (0..<tree.count).count { index in
      if case .finished = tree[MessageID(index)].reply?.ending { true } else { false }
    } == 1
  }

  /// Takes an event of the request for a title; `nil` where it belongs to another request.
  mutating func takeTitle(_ event: StreamEvent) -> [Effect]? {
    guard var question = titling, question.request == event.request else { return nil }
    switch event.kind {
    case .delta(let delta) where delta.channel == .content:
      question.answer += delta.text
      titling = question
      guard question.answer.utf8.count > Self.longestTitleAnswer else { return [] }
      titling = nil
      sayThatNoTitleCame(question)
      return [.cancel(question.request)]
    case .ended(let ending):
      titling = nil
      if case .finished = ending { setTitle(question) } else { sayThatNoTitleCame(question) }
    default: break
    }
    return []
  }

  private static var longestTitleAnswer: Int { 2_000 }

  private mutating func setTitle(_ question: TitleQuestion) {
    let title = ConversationRecord.title(fromAnswer: question.answer)
    guard !title.isEmpty else { return sayThatNoTitleCame(question) }
    editRecord(question.conversation) { $0.setTitle(title, from: .preset) }
  }

  private mutating func sayThatNoTitleCame(_ question: TitleQuestion) {
    if status == nil { status = StatusMessage("no title came from \(question.preset)") }
  }
}

extension ConversationRecord {
  /// The title in a model's answer, without what models put around one.
  static func title(fromAnswer answer: String) -> String {
    var line = Substring(title(from: answer))
    if line.lowercased().hasPrefix("title:") { line = line.dropFirst(6) }
    func isTrimmed(_ character: Character) -> Bool {
      character.isWhitespace || "\"'`*#\u{201C}\u{201D}\u{201E}\u{AB}\u{BB}".contains(character)
    }
    line = line.drop(while: isTrimmed)
    while let last = line.last, isTrimmed(last) || last == "." { line.removeLast() }
    return String(line)
  }
}
