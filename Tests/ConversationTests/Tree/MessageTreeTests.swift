import Conversation
import Support
import Testing

@Suite struct MessageTreeTests {
  private static let preset = Preset(
    name: "fast",
    endpoint: Endpoint(name: "local", url: "http://127.0.0.1:1/v1"),
    model: "m"
  )

  private static func reply(_ request: Int) -> Reply {
    Reply(
      preset: preset,
      request: RequestID(request),
      started: MonotonicTime(nanoseconds: 1)
    )
  }

  private static func delta(_ text: String, _ request: Int, at time: UInt64 = 2) -> StreamEvent {
    let time = MonotonicTime(nanoseconds: time)
    return StreamEvent(
      request: RequestID(request),
      time: time,
      kind: .delta(Delta(channel: .content, text: text, time: time))
    )
  }

  @Test func aSecondAnswerIsASiblingAndTheFirstStays() {
    var tree = MessageTree()
    let user = tree.addUserMessage("hi", under: nil)
    let first = tree.addReply(Self.reply(0), under: user)
    tree.apply(Self.delta("one", 0))
    let second = tree.addReply(Self.reply(1), under: user)
    tree.apply(Self.delta("two", 1))
    #expect(tree.siblings(of: first) == [first, second])
    #expect(tree.path(to: second) == [user, second])
    #expect([tree[first].content, tree[second].content] == ["one", "two"])
  }

  @Test func comesBackToTheBranchThatWasLookedAtLast() {
    var tree = MessageTree()
    let user = tree.addUserMessage("hi", under: nil)
    let first = tree.addReply(Self.reply(0), under: user)
    let below = tree.addUserMessage("more", under: first)
    let second = tree.addReply(Self.reply(1), under: user)
    #expect(tree.leaf(below: user) == second)
    tree.visit(below)
    #expect(tree.leaf(below: user) == below)
  }

  @Test func ignoresEventsOfAnUnknownRequestAndOfAnEndedReply() {
    var tree = MessageTree()
    let user = tree.addUserMessage("hi", under: nil)
    let reply = tree.addReply(Self.reply(0), under: user)
    #expect(tree.apply(Self.delta("x", 7)) == nil)
    tree.apply(Self.delta("one", 0))
    tree.apply(
      StreamEvent(
        request: RequestID(0),
        time: MonotonicTime(nanoseconds: 3),
        kind: .ended(.cancelled)
      )
    )
    tree.apply(Self.delta(" late", 0))
    #expect(tree[reply].content == "one")
    #expect(tree[reply].reply?.ending == .cancelled)
  }

  @Test func leavesEmptyRepliesOutAndJoinsWhatWasSaidAroundThem() {
    var tree = MessageTree()
    let user = tree.addUserMessage("hi", under: nil)
    let empty = tree.addReply(Self.reply(0), under: user)
    let next = tree.addUserMessage("still there?", under: empty)
    #expect(
      tree.chatMessages(to: next, system: "s") == [
        ChatMessage(role: .system, content: "s"),
        ChatMessage(role: .user, content: "hi\n\nstill there?"),
      ]
    )
  }

  @Test func keepsReasoningApartFromContent() {
    var tree = MessageTree()
    let user = tree.addUserMessage("hi", under: nil)
    let reply = tree.addReply(Self.reply(0), under: user)
    let time = MonotonicTime(nanoseconds: 5)
    tree.apply(
      StreamEvent(
        request: RequestID(0),
        time: time,
        kind: .delta(Delta(channel: .reasoning, text: "hm", time: time))
      )
    )
    tree.apply(Self.delta("yes", 0, at: 9))
    #expect(tree[reply].content == "yes")
    #expect(tree[reply].reply?.reasoning == "hm")
    #expect(tree[reply].reply?.firstDelta == time)
    let later = MonotonicTime(nanoseconds: 9)
    #expect(
      tree[reply].reply?.marks == [
        Reply.Mark(Delta.Mark(time: time, lengthInBytes: 2), of: .reasoning),
        Reply.Mark(Delta.Mark(time: later, lengthInBytes: 3), of: .content),
      ]
    )
    #expect(MemoryLayout<Reply.Mark>.stride == 16)
    #expect(tree.chatMessages(to: reply, system: nil).last?.content == "yes")
  }

  @Test(
    "any sequence of edits keeps every message on a path from a root",
    arguments: Soak.seeds(50, whole: 1_000)
  )
  func keepsEveryMessageReachable(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var tree = MessageTree()
    var users = [tree.addUserMessage("0", under: nil)]
    var replies: [MessageID] = []
    for step in 1...200 {
      if Bool.random(using: &generator) || replies.isEmpty {
        let parent = users[Int.random(in: 0..<users.count, using: &generator)]
        replies.append(tree.addReply(Self.reply(step), under: parent))
      } else {
        let isRoot = Int.random(in: 0..<10, using: &generator) == 0
        let parent = replies[Int.random(in: 0..<replies.count, using: &generator)]
        users.append(tree.addUserMessage("\(step)", under: isRoot ? nil : parent))
      }
    }
    for id in users + replies {
      let path = tree.path(to: id)
      #expect(path.last == id)
      #expect(path.first.map { tree.roots.contains($0) } == true)
      #expect(tree.siblings(of: id).contains(id))
      tree.visit(tree.leaf(below: id))
      #expect(tree.path(to: tree.leaf(below: path[0])).contains(id))
    }
  }
}
