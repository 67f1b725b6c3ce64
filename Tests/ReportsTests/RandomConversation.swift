import Conversation
import Support

/// Conversations with everything in them that the types allow, for property tests.
struct RandomConversation {
  var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  mutating func next(messages count: Int) -> StoredConversation {
    var record = ConversationRecord(id: ConversationID(using: &random), created: moment())
    record.title = text(8)
    record.titleSource = pick(ConversationRecord.TitleSource.allCases)
    record.system = maybe { $0.text(20) }
    record.tags = some { $0.text(4) }
    record.isPinned = flag()
    record.isArchived = flag()
    record.forkedFrom = maybe { ConversationID(using: &$0.random) }
    record.origin = maybe { $0.text(6) }
    var keys = MessageKeyIssuer(seed: random.next())
    var messages: [StoredMessage] = []
    for _ in 0..<count { messages.append(message(&keys, among: messages)) }
    var conversation = StoredConversation(record: record, messages: messages)
    conversation.view = maybe { $0.text(5) }
    conversation.number = maybe { Int64.random(in: 1...99, using: &$0.random) }
    return conversation
  }

  private mutating func message(
    _ keys: inout MessageKeyIssuer,
    among others: [StoredMessage]
  ) -> StoredMessage {
    let role = pick(MessageRole.allCases)
    let created = moment()
    let parent = others.isEmpty || random.next() % 8 == 0 ? nil : pick(others).key
    let content = tricky()
    var message = StoredMessage(
      key: keys.next(at: created),
      parent: parent,
      role: role,
      created: created,
      content: content,
      attachments: some { $0.file() },
      isPruned: random.next() % 6 == 0,
      reply: role == .reply ? reply(to: content) : nil
    )
    if role == .user {
      let voters: [TurnVote.Voter] = [.user, .judge(preset: "j", rubric: text(3))]
      message.votes = voters.compactMap { vote(by: $0) }
    }
    return message
  }

  private mutating func vote(by voter: TurnVote.Voter) -> TurnVote? {
    let answers = (1...3).map { place in
      VotedAnswer(
        reply: MessageKey(place),
        preset: text(3),
        model: text(3),
        difference: flag() ? text(3) : ""
      )
    }
    var vote = TurnVote(
      pick([.tie, .allBad, .answer(0), .answer(2)]),
      on: answers,
      by: voter,
      at: moment()
    )
    vote?.note = flag() ? tricky() : ""
    vote?.reasons = some { $0.tricky() }
    vote?.isBlind = flag()
    return vote
  }

  private mutating func file() -> AttachedFile {
    let content: MessagePart =
      flag() ? .text(tricky()) : .image(pick(ImageFormat.allCases), base64: "iVBORw0KGgo=")
    return AttachedFile(
      name: text(6),
      sizeInBytes: Int.random(in: 0...9_999, using: &random),
      content: content
    )
  }

  private mutating func reply(to content: String) -> Reply {
    var reply = Reply(preset: preset(), request: .none, started: MonotonicTime(nanoseconds: 0))
    reply.reportedModel = maybe { $0.text(5) }
    reply.givenBytes = Int.random(in: 0...min(9, content.utf8.count), using: &random)
    reply.isEdited = flag()
    reply.asked = maybe {
      AskingMode(order: $0.pick(AskingMode.Order.allCases), warmsUp: $0.flag())
    }
    reply.difference = flag() ? text(5) : ""
    reply.reasoning = flag() ? tricky() : ""
    reply.refusal = flag() ? text(9) : ""
    let texts: [Delta.Channel: String] = [.content: content, .reasoning: reply.reasoning]
    for channel in [Delta.Channel.content, .reasoning] {
      for byte in (texts[channel] ?? "").utf8.prefix(3) {
        let mark = Delta.Mark(time: time(), lengthInBytes: byte > 64 ? 1 : 0)
        reply.marks.append(Reply.Mark(mark, of: channel))
      }
    }
    reply.notices = some { $0.text(9) }
    reply.sent = maybe { $0.time() }
    reply.firstDelta = maybe { $0.time() }
    reply.ended = maybe { $0.time() }
    reply.ending = maybe { $0.ending() }
    reply.usage = maybe { Usage(promptTokens: $0.number(), cachedTokens: $0.number()) }
    reply.toolCalls = some { random in
      var call = ToolCall(index: random.number())
      call.id = random.maybe { $0.text(4) }
      call.name = random.text(4)
      call.arguments = random.text(9)
      return call
    }
    reply.logProbs = some { random in
      TokenLogProb(
        token: random.text(2),
        logProb: -random.fraction(),
        alternatives: random.some { .init(token: $0.text(2), logProb: -$0.fraction()) }
      )
    }
    reply.connection = maybe {
      ConnectionTiming(
        isReused: $0.flag(),
        nameLookup: $0.fraction(),
        connect: $0.fraction(),
        tls: 0,
        requestSent: 3,
        firstByte: $0.fraction()
      )
    }
    reply.serverTimings = maybe { random in
      var timings = ServerTimings()
      timings.promptTokens = random.maybe { $0.number() }
      timings.predictedMilliseconds = random.maybe { $0.fraction() }
      return timings
    }
    return reply
  }

  private mutating func preset() -> Preset {
    var endpoint = Endpoint(
      name: text(4),
      url: "https://me:hidden-word@host:8080/v1?api-key=hidden-word#hidden-word",
      key: .command("echo hidden-word")
    )
    endpoint.headers = [Header(name: "api-key", value: .literal("hidden-word"))]
    endpoint.caFile = "/home/hidden-word"
    endpoint.prefill = maybe { $0.pick(PrefillForm.allCases) }
    var preset = Preset(name: text(4), endpoint: endpoint, model: text(6))
    preset.system = maybe { $0.text(9) }
    preset.parameters = [.temperature: .number(fraction()), .stop: ["a", "b"], .seed: -7]
    preset.takesImages = flag()
    preset.sendsReasoning = flag()
    preset.contextWindow = maybe { $0.number() }
    preset.price = maybe { Price(input: Double($0.number()), output: 0.5) }
    preset.omit = ["top_p", "seed"]
    preset.rename = ["max_tokens": "max_completion_tokens"]
    preset.extra = JSONObject([
      ("api_key", "hidden-word"), ("max_tokens", 5), ("n", .null),
      ("nested", ["Authorization": "hidden-word", "list": .array([true, 1.5, "x"])]),
    ])
    preset.isDemo = flag()
    return preset
  }

  private mutating func ending() -> Ending {
    let error = ReplyError(
      kind: pick(ReplyError.Kind.allCases),
      source: text(3),
      problem: text(9),
      isTimeLimit: flag(),
      status: maybe { $0.number() }
    )
    return pick([
      .finished(reason: nil), .finished(reason: "length"), .incomplete, .cancelled, .interrupted,
      .failed(error),
    ])
  }

  /// A text that looks like what it will stand in.
  mutating func tricky() -> String {
    let pieces = [
      "---\n", "weir: 1\n", "## You\n", "## You <!-- weir-00000000 message {} -->\n", "```\n",
      "~~~~swift\n", "<!-- ", " -->", "<details>\n", "</details>\n", "\n", "\n\n", " ", "\r\n",
      "\0",
      "<script>alert(1)</script>", "[x](javascript:alert(1))", "![i](data:image/png;base64,AAAA)",
      "| a | b |\n|---|---|\n| 1 | 2 |\n", "> quote\n", "- [x] done\n", "[^1]\n\n[^1]: note\n",
      "`code`", "**bold**", "\u{202E}", "<b>", "&amp;", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", text(12),
    ]
    return (0..<Int.random(in: 0...8, using: &random)).map { _ in pick(pieces) }.joined()
  }

  mutating func text(_ count: Int) -> String { .randomNasty(scalars: count, using: &random) }

  mutating func moment() -> WallTime {
    WallTime(milliseconds: Int64.random(in: 0...4_000_000_000_000, using: &random))
  }

  private mutating func time() -> MonotonicTime {
    MonotonicTime(nanoseconds: UInt64.random(in: 0...90_000_000_000, using: &random))
  }

  private mutating func number() -> Int { Int.random(in: 0...70_000, using: &random) }
  private mutating func fraction() -> Double { Double.random(in: 0...2, using: &random) }
  private mutating func flag() -> Bool { Bool.random(using: &random) }

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private mutating func maybe<Value>(_ value: (inout Self) -> Value) -> Value? {
    flag() ? value(&self) : nil
  }

  private mutating func some<Value>(_ value: (inout Self) -> Value) -> [Value] {
    var values: [Value] = []
    while random.next() % 3 == 0 { values.append(value(&self)) }
    return values
  }
}
