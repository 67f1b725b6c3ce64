import Conversation

/// A conversation as the workbench has one, with what is not saved yet.
struct ProbeConversation {
  let id: ConversationID
  var random: SeededGenerator
  private(set) var length = 0
  private var tree: MessageTree
  private var record: ConversationRecord?
  private var tip: MessageID?
  private var request = RequestID(0)

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed &* 0x9E37_79B9 &+ UInt64(WallTime.now().milliseconds))
    id = ConversationID(using: &random)
    record = ConversationRecord(id: id, created: .now())
    record?.title = "probe"
    tree = MessageTree(seed: random.next())
  }

  /// The key of the message that was added last.
  var key: MessageKey { tip.map { tree[$0].key } ?? MessageKey(0) }

  mutating func note(bytes: Int = 10) {
    tip = tree.addNote("note " + String(repeating: "x", count: bytes), under: tip, at: .now())
  }

  /// A question, and a reply that begins.
  mutating func ask() {
    let question = tree.addUserMessage("why", under: tip, at: .now())
    request.rawValue += 1
    let endpoint = Endpoint(name: "local", url: "http://127.0.0.1:1")
    let preset = Preset(name: "fast", endpoint: endpoint, model: "m")
    let reply = Reply(preset: preset, request: request, started: .now())
    tip = tree.addReply(reply, under: question, at: .now())
    length = 0
  }

  /// A batch of the reply, of any length.
  mutating func receive() {
    let text = String(repeating: "because ", count: Int(random.next() % 60) + 1)
    length += text.utf8.count
    let delta = Delta(channel: .content, text: text, time: .now())
    tree.apply(StreamEvent(request: request, time: .now(), kind: .delta(delta)))
  }

  mutating func end() {
    let ending = StreamEvent.Kind.ended(.finished(reason: "stop"))
    tree.apply(StreamEvent(request: request, time: .now(), kind: ending))
  }

  mutating func takeChanges() -> [ConversationChanges] {
    var changes = ConversationChanges(id: id, moment: .now())
    changes.record = record
    changes.messages = tree.takeChanges()
    record = nil
    return [changes]
  }
}
