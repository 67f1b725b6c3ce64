import Conversation
import Recording
import Support
import Testing

@testable import Workbench

/// Recordings that only the archive has.
@Suite struct WantingRecordingsTests {
  /// A conversation from the archive, and its reply.
  private static func opened() throws -> (WorkbenchHarness, MessageID) {
    var harness = WorkbenchHarness { $0.opening = .newest }
    var random = SeededGenerator(seed: 1)
    let record = ConversationRecord(id: .init(using: &random), created: .init(milliseconds: 1))
    var tree = MessageTree()
    let turn = tree.addUserMessage("q", under: nil)
    var reply = Reply(
      preset: WorkbenchHarness.presets[0],
      request: .none,
      started: MonotonicTime(nanoseconds: 0)
    )
    reply.ending = .finished(reason: nil)
    tree.addReply(reply, under: turn)
    let stored = StoredConversation(record: record, messages: tree.storedMessages)
    harness.apply(.history(.opened(stored, for: .newest)))
    return (harness, try #require(harness.state.conversation.focusedLane.tip))
  }

  private static func state(_ id: MessageID, in harness: WorkbenchHarness) -> RecordingShelf.State {
    harness.state.recordings.state(of: harness.state.tree[id])
  }

  private static func questions(_ harness: WorkbenchHarness) -> [Effect] {
    harness.effects.filter { if case .history(.recording) = $0 { true } else { false } }
  }

  @Test func areAskedForOnce() throws {
    var (harness, reply) = try Self.opened()
    let key = harness.state.tree[reply].key
    #expect(Self.state(reply, in: harness) == .unasked)
    harness.wantRecording(of: reply)
    harness.wantRecording(of: reply)
    #expect(Self.questions(harness) == [.history(.recording(key))])
    #expect(Self.state(reply, in: harness) == .loading)
    var log = WireLog(attempt: 2)
    log.body = [1, 2]
    harness.apply(.history(.recording(.whole(log), of: key)))
    harness.wantRecording(of: reply)
    #expect(Self.state(reply, in: harness) == .kept(log))
    #expect(Self.questions(harness).count == 1)
  }

  @Test func whyTheyCannotBeReadIsKnown() throws {
    var (harness, reply) = try Self.opened()
    harness.wantRecording(of: reply)
    let key = harness.state.tree[reply].key
    harness.apply(.history(.noRecording(reason: "the disk is gone", of: key)))
    #expect(Self.state(reply, in: harness) == .failed("the disk is gone"))
  }

  @Test func areForgottenWithTheConversation() throws {
    var (harness, reply) = try Self.opened()
    harness.wantRecording(of: reply)
    let key = harness.state.tree[reply].key
    harness.press("^X n")
    harness.apply(.history(.recording(.damaged, of: key)))
    harness.press("^X u")
    #expect(Self.state(reply, in: harness) == .unasked)
  }

  @Test func whatStreamsHereIsNotAskedFor() throws {
    var harness = WorkbenchHarness()
    harness.say("q")
    let reply = try #require(harness.state.conversation.focusedLane.tip)
    harness.wantRecording(of: reply)
    harness.wantRecording(of: MessageID(0))
    #expect(Self.questions(harness) == [])
    #expect(harness.state.recordings.state(of: harness.state.tree[MessageID(0)]) == .none)
  }
}
