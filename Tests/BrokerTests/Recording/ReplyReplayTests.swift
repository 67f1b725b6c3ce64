import Broker
import Conversation
import Support
import Testing

/// What is made of a recording is what was made of the stream.
@Suite struct ReplyReplayTests {
  private static let answers = [
    LoopbackAnswer.stream([
      LoopbackAnswer.chunk("h\u{E9}"), #"{"choices":[{"delta":{"reasoning_content":"so"}}]}"#,
      LoopbackAnswer.chunk("i"), LoopbackAnswer.finish(),
      #"{"choices":[],"usage":{"completion_tokens":3}}"#, "[DONE]",
    ]),
    LoopbackAnswer.stream([LoopbackAnswer.chunk("hi")]),
    LoopbackAnswer.stream([LoopbackAnswer.chunk("hi"), #"{"error":{"message":"gone"}}"#]),
    LoopbackAnswer.http10(body: #"{"choices":[{"message":{"content":"whole"}}]}"#),
    LoopbackAnswer.http10(type: "text/event-stream", body: "data: {\"x\n\n"),
    LoopbackAnswer.http10("401 Unauthorized", body: #"{"error":{"message":"no key"}}"#),
    LoopbackAnswer.http10(body: ""),
  ]

  @Test(arguments: answers)
  func isWhatTheStreamWas(answer: String) throws {
    let bytes = Array(answer.utf8)
    let cut = bytes.count - 30
    let server = LoopbackServer([
      .request, .send(Array(bytes[..<cut])), .send(Array(bytes[cut...])),
    ])
    defer { server.close() }
    let preset = Preset.probing(server.url)
    let probe = Probe()
    probe.broker.start(
      ChatRequest(
        id: RequestID(1),
        preset: preset,
        messages: [ChatMessage(role: .user, content: "Hello")],
        retries: .none,
        isRecorded: true
      )
    )
    var log = WireLog(attempt: 1)
    var live: [StreamEvent] = []
    for event in try probe.events() {
      if case .wire(let next) = event.kind { log.append(next) } else { live.append(event) }
    }
    let replay = ReplyReplay.events(of: log, preset: preset, request: RequestID(1))
    let (streamed, replayed) = (Self.message(live, preset), Self.message(replay, preset))
    #expect(replayed.content == streamed.content)
    #expect(replayed.reply == streamed.reply)
  }

  /// The reply that events make, without what no body tells.
  private static func message(_ events: [StreamEvent], _ preset: Preset) -> Message {
    var tree = MessageTree()
    let question = tree.addUserMessage("Hello", under: nil)
    let start = MonotonicTime(nanoseconds: 0)
    let reply = Reply(preset: preset, request: RequestID(1), started: start)
    let id = tree.addReply(reply, under: question)
    for event in events { tree.apply(event) }
    var message = tree[id]
    message.reply?.sent = nil
    message.reply?.connection = nil
    message.reply?.ended = nil
    message.reply?.lastKeepAlive = nil
    message.reply?.phase = .answering
    if message.content == "whole" {
      // Read when the connection ends, a moment after its last byte.
      message.reply?.marks = []
      message.reply?.firstDelta = nil
    }
    return message
  }
}
