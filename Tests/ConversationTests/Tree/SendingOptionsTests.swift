import Conversation
import Testing

@Suite struct SendingOptionsTests {
  private static func tree(
    ending: Ending
  ) -> (tree: MessageTree, question: MessageID, reply: MessageID) {
    var tree = MessageTree()
    let preset = Preset(name: "p", endpoint: Endpoint(name: "e", url: "http://h"), model: "m")
    let start = MonotonicTime(nanoseconds: 1)
    let question = tree.addUserMessage("Why?", under: nil)
    let reply = tree.addReply(
      Reply(preset: preset, request: RequestID(0), started: start),
      under: question
    )
    if ending == .finished(reason: "stop") {
      for (channel, text) in [(Delta.Channel.reasoning, "hm"), (.content, "Because.")] {
        let delta = Delta(channel: channel, text: text, time: start)
        tree.apply(StreamEvent(request: RequestID(0), time: start, kind: .delta(delta)))
      }
    }
    tree.apply(StreamEvent(request: RequestID(0), time: start, kind: .ended(ending)))
    return (tree, question, reply)
  }

  @Test func sendsReasoningBackOnlyWherePresetSaysSo() {
    let (tree, _, reply) = Self.tree(ending: .finished(reason: "stop"))
    let question = ChatMessage(role: .user, content: "Why?")
    var answer = ChatMessage(role: .assistant, content: "Because.")
    #expect(tree.chatMessages(to: reply, .init()) == [question, answer])
    answer.reasoning = "hm"
    #expect(tree.chatMessages(to: reply, .init(sendsReasoning: true)) == [question, answer])
  }

  @Test func putsThePrefillLast() {
    let (tree, question, _) = Self.tree(ending: .cancelled)
    #expect(
      tree.chatMessages(to: question, .init(system: "s", prefill: "Be")) == [
        ChatMessage(role: .system, content: "s"), ChatMessage(role: .user, content: "Why?"),
        ChatMessage(role: .assistant, content: "Be"),
      ]
    )
  }

  @Test("leaves out what was refused for what it held", arguments: [400, 413, 414, 422])
  func leavesOut(status: Int) {
    var (tree, question, reply) = Self.tree(ending: .failed(Self.error(status)))
    let next = tree.addUserMessage("And now?", under: reply)
    #expect(tree[reply].wasRefused)
    #expect(tree.refusedMessages(on: tree.path(to: next)) == [question])
    #expect(tree.chatMessages(to: next, .init()) == [ChatMessage(role: .user, content: "And now?")])
    // Asked again it goes out as it is: only it can be meant.
    #expect(tree.chatMessages(to: question, .init()) == [ChatMessage(role: .user, content: "Why?")])
  }

  @Test("keeps what failed for another reason", arguments: [nil, 401, 408, 429, 500])
  func keeps(status: Int?) {
    var (tree, _, reply) = Self.tree(ending: .failed(Self.error(status)))
    let next = tree.addUserMessage("And now?", under: reply)
    #expect(
      tree.chatMessages(to: next, .init())
        == [ChatMessage(role: .user, content: "Why?\n\nAnd now?")]
    )
  }

  private static func error(_ status: Int?) -> ReplyError {
    ReplyError(kind: .api, source: "e", problem: "no", status: status)
  }
}
