import Conversation

extension StoredConversation {
  /// A conversation of five messages with two answers to the first, for screens that people read.
  static var sample: StoredConversation {
    let start = WallTime(milliseconds: 1_769_860_800_000)
    var random = SeededGenerator(seed: 1)
    var record = ConversationRecord(id: ConversationID(using: &random), created: start)
    record.title = "Weirs: \"how\" they work"
    record.tags = ["water", "a, b"]
    record.system = "Be brief.\nNo lists."
    var keys = MessageKeyIssuer(seed: 1)
    func message(
      _ role: MessageRole,
      under parent: StoredMessage?,
      after seconds: Int64,
      _ content: String
    ) -> StoredMessage {
      let created = start.adding(milliseconds: seconds * 1_000)
      return StoredMessage(
        key: keys.next(at: created),
        parent: parent?.key,
        role: role,
        created: created,
        content: content
      )
    }
    var question = message(.user, under: nil, after: 0, "What is a *weir*?")
    question.attachments = [
      AttachedFile(name: "notes.md", sizeInBytes: 8, content: .text("# Notes\n")),
      AttachedFile(name: "dot.gif", sizeInBytes: 35, content: .image(.gif, base64: dot)),
    ]
    var first = message(.reply, under: question, after: 1, "A low dam.")
    first.reply = reply("fast", "qwen-coder-7b")
    var second = message(.reply, under: question, after: 9, code)
    second.reply = reply("cloud", "big-model")
    second.reply?.reasoning = "The user asks about water."
    second.reply?.ending = .finished(reason: "length")
    let note = message(.note, under: second, after: 20, "Check the formula.")
    let last = message(.user, under: note, after: 30, "Go on.")
    return StoredConversation(record: record, messages: [question, first, second, note, last])
  }

  private static var dot: String { "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" }

  private static var code: String {
    """
    ## You

    It *measures* a stream:

    | height | flow |
    | --- | ---: |
    | 0.1 m | 0.05 m³/s |

    <script>alert("no")</script> and [a link](javascript:alert(1)).

    ```swift
    let flow = 1.84 * width * pow(head, 1.5)
    """
  }

  private static func reply(_ preset: String, _ model: String) -> Reply {
    let endpoint = Endpoint(name: "here", url: "http://127.0.0.1:8080/v1")
    let preset = Preset(name: preset, endpoint: endpoint, model: model)
    var reply = Reply(preset: preset, request: .none, started: MonotonicTime(nanoseconds: 0))
    reply.sent = MonotonicTime(nanoseconds: 2_000_000)
    reply.firstDelta = MonotonicTime(nanoseconds: 184_000_000)
    reply.ended = MonotonicTime(nanoseconds: 1_684_000_000)
    reply.usage = Usage(promptTokens: 20, completionTokens: 121)
    reply.ending = .finished(reason: "stop")
    return reply
  }
}
