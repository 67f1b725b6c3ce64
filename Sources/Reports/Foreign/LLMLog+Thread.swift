import Conversation

extension LLMLog {
  /// One conversation of a thread; `nil` where nothing was said in it.
  ///
  /// Branches stay branches. The keys follow from the messages' hashes, so that they are the same however the thread
  /// has grown.
  package static func conversation(
    of thread: LLMLogThread,
    _ report: inout ImportReport
  ) -> ImportedConversation? {
    var walk = LLMThreadWalk(thread)
    return walk.run(&report)
  }
}

/// Walks the messages of a thread and makes ours of them.
private struct LLMThreadWalk {
  private let thread: LLMLogThread
  private let origin: String
  private let created: WallTime
  private var keys: OriginKeys
  private var turns: [String: LLMLogThread.Turn] = [:]
  private var times: [String: WallTime] = [:]
  private var systems: [String] = []
  private var messages: [StoredMessage] = []
  private var keyOfHash: [String: MessageKey] = [:]
  private var earlier: LLMLogEarlier?

  init(_ thread: LLMLogThread) {
    self.thread = thread
    origin = "llm \(thread.id)"
    created = WallTime(text: thread.datetime) ?? WallTime(milliseconds: 0)
    keys = OriginKeys(origin: origin)
    for turn in thread.turns {
      let time = WallTime(text: turn.datetime)
      turns[turn.tip] = turn
      for hash in [turn.parentHash, turn.tip].compactMap({ $0 }) where times[hash] == nil {
        times[hash] = time
      }
    }
  }

  mutating func run(_ report: inout ImportReport) -> ImportedConversation? {
    takeEarlier(&report)
    var places: [String: Int] = [:]
    for (place, message) in thread.messages.enumerated() { places[message.hash] = place }
    var parents = thread.messages.map { $0.parentHash.flatMap { places[$0] } }
    report.count(.loop, times: ParentLinks.cutLoops(in: &parents))
    var children = Array(repeating: [Int](), count: parents.count)
    var left: [(place: Int, parent: MessageKey?)] = []
    for (place, parent) in parents.enumerated() {
      if let parent { children[parent].append(place) } else { left.append((place, nil)) }
    }
    while let (place, parent) = left.popLast() {
      let key = add(thread.messages[place], below: parent, &report)
      left += children[place].map { ($0, key) }
    }
    guard !messages.isEmpty else {
      report.count(.emptyConversation)
      return nil
    }
    report.count(.secondSystemPrompt, times: systems.firstOfEach.count - 1)
    messages.sort { $0.key < $1.key }
    let conversation = ImportedConversation(
      conversation: StoredConversation(record: record, messages: messages),
      leaf: thread.tip.flatMap { keyOfHash[$0] }
    )
    report.took(conversation)
    return conversation
  }

  private mutating func takeEarlier(_ report: inout ImportReport) {
    guard !thread.earlier.isEmpty else { return }
    let earlier = LLMLogEarlier(thread.earlier, &report)
    messages = earlier.conversation?.messages ?? []
    for message in messages { keys.reserve(message.key) }
    self.earlier = earlier
  }

  /// Takes a message; what it returns is the message that those behind it stand below.
  private mutating func add(
    _ message: LLMLogThread.Message,
    below parent: MessageKey?,
    _ report: inout ImportReport
  ) -> MessageKey? {
    let parts = LLMLogParts(message.parts, of: thread)
    switch message.role {
    case "user", "assistant": break
    case "system":
      systems.append(parts.text)
      return parent
    default:
      if earlier?.hasFollower(parent) != true { report.count(.toolTurn) }
      return parent
    }
    let isReply = message.role == "assistant"
    if let key = earlier?.key(of: isReply ? .reply : .user, parts.text, below: parent) {
      keyOfHash[message.hash] = key
      return key
    }
    parts.count(in: &report)
    let time = times[message.hash] ?? created
    let key = keys.next(named: message.hash, at: time, after: parent)
    messages.append(
      StoredMessage(
        key: key,
        parent: parent,
        role: isReply ? .reply : .user,
        created: time,
        content: parts.text,
        attachments: parts.files,
        reply: isReply ? reply(turns[message.hash], parts) : nil
      )
    )
    keyOfHash[message.hash] = key
    return key
  }

  private func reply(_ turn: LLMLogThread.Turn?, _ parts: LLMLogParts) -> Reply {
    var reply = Reply.logged(by: turn?.model ?? "", turn?.figures ?? LLMLogFigures())
    reply.reasoning = parts.reasoning
    reply.toolCalls = parts.calls
    return reply
  }

  private var record: ConversationRecord {
    if var record = earlier?.conversation?.record {
      if record.system == nil { record.system = systems.first { !$0.isEmpty } }
      return record
    }
    var record = ConversationRecord(id: StableHash(origin).conversationID, created: created)
    record.origin = origin
    record.system = systems.first { !$0.isEmpty }
    let name = ConversationRecord.title(from: thread.name ?? "")
    record.setTitle(
      name.isEmpty ? ConversationRecord.title(from: messages[0].content) : name,
      from: .firstMessage
    )
    return record
  }
}
