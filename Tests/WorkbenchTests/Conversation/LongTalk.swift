import Conversation
import Support

/// A conversation of so many turns, made without playing it.
struct LongTalk {
  private(set) var tree = MessageTree()
  private(set) var tip: MessageID?

  init(turns: Int, reasoning: String = "", answer: (Int) -> String) {
    let now = MonotonicTime(nanoseconds: 0)
    for turn in 0..<turns {
      let question = tree.addUserMessage("question \(turn)", under: tip)
      let request = RequestID(turn)
      var reply = Reply(preset: WorkbenchHarness.presets[0], request: request, started: now)
      reply.reasoning = reasoning
      tip = tree.addReply(reply, under: question)
      let delta = Delta(channel: .content, text: answer(turn), time: now)
      for kind in [StreamEvent.Kind.delta(delta), .ended(.finished(reason: "stop"))] {
        tree.apply(StreamEvent(request: request, time: now, kind: kind))
      }
    }
  }
}
