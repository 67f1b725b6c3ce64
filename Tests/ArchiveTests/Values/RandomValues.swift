import Conversation
import Support

extension StoredConversation {
  /// A conversation in which everything that can be kept is somewhere.
  static func random(using random: inout SeededGenerator, messages count: Int = 12) -> Self {
    var record = ConversationRecord(
      id: ConversationID(using: &random),
      created: WallTime(milliseconds: .random(in: 0...4_000_000_000_000, using: &random))
    )
    record.title = .nasty(using: &random)
    record.titleSource = .allCases.randomElement(using: &random) ?? .user
    record.system = random.maybe { .nasty(using: &$0) }
    record.tags = ["b", "a", "é \(UInt8.random(in: 0...9, using: &random))"]
    record.isPinned = .random(using: &random)
    record.isArchived = .random(using: &random)
    record.forkedFrom = random.maybe { ConversationID(using: &$0) }
    record.origin = random.maybe { "chatgpt \(UInt64.random(in: 0...UInt64.max, using: &$0))" }
    var issuer = MessageKeyIssuer(seed: random.next())
    var messages: [StoredMessage] = []
    for _ in 0..<count {
      let parent = messages.randomElement(using: &random)?.key
      messages.append(.random(issuer.next(at: record.created), under: parent, using: &random))
    }
    var conversation = StoredConversation(record: record, messages: messages)
    conversation.view = .nasty(using: &random)
    return conversation
  }

  /// What brings all of it into an archive.
  var changes: ConversationChanges {
    var changes = ConversationChanges(id: record.id, moment: record.created)
    changes.record = record
    changes.messages = messages.map { .added($0) }
    changes.view = view
    return changes
  }
}

extension StoredMessage {
  static func random(
    _ key: MessageKey,
    under parent: MessageKey?,
    using random: inout SeededGenerator
  ) -> Self {
    let role = MessageRole.allCases.randomElement(using: &random) ?? .user
    let files = [
      AttachedFile(
        name: .nasty(using: &random),
        sizeInBytes: 7,
        content: .text(.nasty(using: &random))
      ),
      AttachedFile(name: "a.png", sizeInBytes: 3, content: .image(.png, base64: "AAAA")),
    ]
    var message = StoredMessage(
      key: key,
      parent: parent,
      role: role,
      created: WallTime(milliseconds: .random(in: 0...4_000_000_000_000, using: &random)),
      content: .nasty(using: &random),
      attachments: role == .user && Bool.random(using: &random) ? files : [],
      isPruned: Int.random(in: 0..<8, using: &random) == 0,
      reply: role == .reply ? .random(using: &random) : nil
    )
    if role == .user {
      message.votes = [TurnVote.Voter.user, .judge(preset: "j\u{0}", rubric: "r")]
        .compactMap { .random(by: $0, using: &random) }
    }
    return message
  }
}

extension TurnVote {
  static func random(by voter: Voter, using random: inout SeededGenerator) -> TurnVote? {
    let answers = (1...3).map { place in
      VotedAnswer(
        reply: MessageKey(Int64(place)),
        preset: .nasty(using: &random),
        model: .nasty(using: &random),
        difference: .nasty(using: &random)
      )
    }
    let verdict: [Verdict] = [.tie, .allBad, .answer(0), .answer(2)]
    // The user's comes first in the order of time, too.
    let isUser = voter == .user
    var vote = TurnVote(
      verdict.randomElement(using: &random) ?? .tie,
      on: answers,
      by: voter,
      at: WallTime(milliseconds: .random(in: isUser ? 0...9 : 10...99, using: &random))
    )
    vote?.note = .nasty(using: &random)
    vote?.reasons = isUser ? [] : [.nasty(using: &random), ""]
    vote?.isBlind = .random(using: &random)
    return vote
  }
}

extension Reply {
  static func random(using random: inout SeededGenerator) -> Reply {
    var reply = Reply(preset: .random(using: &random), request: .none, started: .random(0, &random))
    reply.givenBytes = .random(in: 0...9, using: &random)
    reply.isEdited = .random(using: &random)
    reply.asked = random.maybe { random in
      let order = AskingMode.Order.allCases.randomElement(using: &random) ?? .parallel
      return AskingMode(order: order, warmsUp: .random(using: &random))
    }
    reply.difference = .nasty(using: &random)
    reply.reasoning = .nasty(using: &random)
    reply.refusal = .nasty(using: &random)
    reply.toolCalls = random.some { random in
      var call = ToolCall(index: .random(in: 0...5, using: &random))
      call.id = random.maybe { .nasty(using: &$0) }
      call.name = .nasty(using: &random)
      call.arguments = .nasty(using: &random)
      return call
    }
    reply.logProbs = random.some { random in
      let other = TokenLogProb.Alternative(token: .nasty(using: &random), logProb: -2.5)
      return TokenLogProb(token: .nasty(using: &random), logProb: -0.1, alternatives: [other])
    }
    reply.usage = random.maybe { random in
      Usage(promptTokens: random.maybe { .random(in: 0...9, using: &$0) }, cachedTokens: 4)
    }
    reply.serverTimings = random.maybe { random in
      var timings = ServerTimings()
      timings.promptTokens = random.maybe { .random(in: 0...9, using: &$0) }
      timings.predictedMilliseconds = random.maybe { .random(in: 0...9, using: &$0) }
      return timings
    }
    reply.connection = random.maybe { random in
      ConnectionTiming(
        isReused: .random(using: &random),
        nameLookup: .random(in: 0...9, using: &random),
        connect: 2,
        tls: 0,
        requestSent: 3.25,
        firstByte: 1e-9
      )
    }
    reply.reportedModel = random.maybe { .nasty(using: &$0) }
    reply.sent = random.maybe { .random(100, &$0) }
    reply.firstDelta = random.maybe { .random(UInt64.max, &$0) }
    reply.ended = random.maybe { .random(100_000_000_000, &$0) }
    reply.marks = random.some { random in
      let channel: [Delta.Channel] = [.content, .reasoning, .refusal]
      return Mark(
        Delta.Mark(
          time: .random(UInt64.max, &random),
          lengthInBytes: .random(in: 0...70_000, using: &random)
        ),
        of: channel.randomElement(using: &random) ?? .content
      )
    }
    reply.notices = random.some { .nasty(using: &$0) }
    reply.ending = .random(using: &random)
    return reply
  }
}

extension Ending {
  static func random(using random: inout SeededGenerator) -> Ending {
    let error = ReplyError(
      kind: .allCases.randomElement(using: &random) ?? .api,
      source: .nasty(using: &random),
      problem: .nasty(using: &random),
      isTimeLimit: .random(using: &random),
      status: random.maybe { .random(in: 100...599, using: &$0) }
    )
    let all: [Ending] = [
      .finished(reason: nil), .finished(reason: .nasty(using: &random)), .incomplete, .cancelled,
      .interrupted, .failed(error),
    ]
    return all.randomElement(using: &random) ?? .incomplete
  }
}

extension Preset {
  static func random(using random: inout SeededGenerator) -> Preset {
    var endpoint = Endpoint(name: .nasty(using: &random), url: "https://a.example/v1?api-version=1")
    endpoint.key =
      [nil, .environment("A_KEY"), .file("/a/key"), .command(Masking.mask)]
      .randomElement(using: &random) ?? nil
    endpoint.headers = random.some { random in
      Header(
        name: .nasty(using: &random),
        value: [.literal(Masking.mask), .environment("B")].randomElement(using: &random)
          ?? .literal(Masking.mask)
      )
    }
    endpoint.unixSocket = random.maybe { .nasty(using: &$0) }
    endpoint.caFile = random.maybe { .nasty(using: &$0) }
    endpoint.timeLimits.silenceMilliseconds = .random(in: 0...100_000, using: &random)
    endpoint.prefill = .continueFinal
    endpoint.streamUsage = .allCases.randomElement(using: &random) ?? .auto
    var preset = Preset(name: .nasty(using: &random), endpoint: endpoint, model: "m")
    preset.system = random.maybe { .nasty(using: &$0) }
    preset.parameters = [.temperature: 0.2, .maxTokens: 256, .stop: ["a", "\u{0}b"]]
    preset.takesImages = .random(using: &random)
    preset.sendsReasoning = true
    preset.contextWindow = 4_096
    preset.price = Price(input: 0.25, output: 1.5)
    preset.omit = Set(random.some { .nasty(using: &$0) })
    preset.rename = ["max_tokens": .nasty(using: &random)]
    preset.extra = JSONObject([("a", ["b": [1, 2.5, .null, true]])])
    preset.isDemo = .random(using: &random)
    return preset
  }
}

extension MonotonicTime {
  static func random(_ limit: UInt64, _ random: inout SeededGenerator) -> MonotonicTime {
    MonotonicTime(nanoseconds: .random(in: 0...limit, using: &random))
  }
}

extension String {
  static func nasty(using random: inout SeededGenerator) -> String {
    let text = String.randomNasty(scalars: .random(in: 0...30, using: &random), using: &random)
    return Int.random(in: 0..<5, using: &random) == 0 ? text + "\u{0}" + text : text
  }
}

extension SeededGenerator {
  mutating func maybe<Value>(_ make: (inout SeededGenerator) -> Value) -> Value? {
    Bool.random(using: &self) ? make(&self) : nil
  }

  mutating func some<Value>(_ make: (inout SeededGenerator) -> Value) -> [Value] {
    (0..<Int.random(in: 0...3, using: &self)).map { _ in make(&self) }
  }
}
