import Conversation
import Recording
import Support
import Testing

@testable import Workbench

@Suite struct KeepingRecordingsTests {
  private static func log(_ text: String, at time: MonotonicTime) -> WireLog {
    var log = WireLog(attempt: 1)
    log.body = Array(text.utf8)
    log.pieces = [Delta.Mark(time: time, lengthInBytes: text.utf8.count)]
    return log
  }

  /// As it is kept, of a reply that was asked for before the test waited.
  private static func kept(_ text: String, afterMilliseconds wait: UInt64 = 0) -> WireLog {
    log(text, at: MonotonicTime(nanoseconds: wait * 1_000_000))
  }

  /// Says something that is answered with these bytes.
  private static func answer(_ text: String, in harness: inout WorkbenchHarness) throws {
    harness.say("q")
    let request = try #require(harness.requests.last?.id)
    harness.receive(.wire(log(text, at: harness.now)), for: request)
    harness.receive(text)
  }

  /// The recordings among what the archive is given, each with what stands before it.
  private static func recordings(_ changes: [ConversationChanges]) -> [WireLog?] {
    changes.flatMap(\.messages).map { if case .recorded(_, let log) = $0 { log } else { nil } }
  }

  private static func state(of harness: WorkbenchHarness) throws -> RecordingShelf.State {
    let tip = try #require(harness.state.conversation.focusedLane.tip)
    return harness.state.recordings.state(of: harness.state.tree[tip])
  }

  @Test func aRecordingFollowsTheReplyThatEnded() throws {
    var harness = WorkbenchHarness()
    harness.say("q")
    let request = try #require(harness.requests.last?.id)
    #expect(Self.recordings(harness.takeUnsaved()) == [nil, nil])
    harness.wait(milliseconds: 30)
    harness.receive(.wire(Self.log("a", at: harness.now)), for: request)
    harness.receive("a")
    #expect(try Self.state(of: harness) == .live(Self.log("a", at: harness.now)))
    #expect(Self.recordings(harness.takeUnsaved()) == [nil])
    harness.end()
    let changes = harness.takeUnsaved().flatMap(\.messages)
    let reply = try #require(harness.state.tree.storedMessages.last)
    #expect(
      changes == [
        .rewritten(reply), .recorded(reply.key, Self.kept("a", afterMilliseconds: 30)),
      ]
    )
    #expect(harness.state.savingNeed == .none)
    #expect(try Self.state(of: harness) == .kept(Self.log("a", at: harness.now)))
  }

  @Test func eachStandsBehindItsOwnReply() throws {
    var harness = WorkbenchHarness()
    for text in ["a", "b"] {
      try Self.answer(text, in: &harness)
      harness.end()
    }
    let expected = [nil, nil, Self.kept("a"), nil, nil, Self.kept("b")]
    #expect(Self.recordings(harness.takeUnsaved()) == expected)
  }

  @Test func whatIsStoppedIsKeptAsFarAsItCame() throws {
    var harness = WorkbenchHarness()
    try Self.answer("a", in: &harness)
    let request = try #require(harness.requests.last?.id)
    harness.press("^C")
    harness.receive(.wire(Self.log("late", at: harness.now)), for: request)
    #expect(Self.recordings(harness.takeUnsaved()) == [nil, nil, Self.kept("a")])
    #expect(try Self.state(of: harness) == .kept(Self.log("a", at: harness.now)))
  }

  @Test func whatIsLeftInMidStreamIsKept() throws {
    var harness = WorkbenchHarness()
    try Self.answer("a", in: &harness)
    harness.press("^X n")
    #expect(Self.recordings(harness.takeUnsaved()) == [nil, nil, Self.kept("a")])
  }

  @Test func offTheRecordItStaysInMemory() throws {
    var harness = WorkbenchHarness { $0.isOffTheRecord = true }
    try Self.answer("a", in: &harness)
    harness.end()
    #expect(harness.takeUnsaved(isLeaving: true) == [])
    #expect(try Self.state(of: harness) == .kept(Self.log("a", at: harness.now)))
    harness.press("^X n")
    #expect(harness.takeUnsaved(isLeaving: true) == [])
  }

  @Test func whatIsKeptAgainTakesItsRecordingAlong() throws {
    var harness = WorkbenchHarness()
    try Self.answer("a", in: &harness)
    harness.end()
    _ = harness.takeUnsaved()
    harness.apply(.history(.unknown([harness.state.keeping.record.id])))
    #expect(Self.recordings(harness.takeUnsaved()) == [nil, nil, Self.kept("a")])
    let id = harness.state.keeping.record.id
    harness.press("^X n")
    _ = harness.takeUnsaved()
    harness.apply(.history(.unknown([id])))
    #expect(Self.recordings(harness.takeUnsaved()) == [nil, nil, Self.kept("a")])
  }

  @Test func aForkTakesRecordingsAlong() throws {
    var harness = WorkbenchHarness()
    try Self.answer("a", in: &harness)
    harness.end()
    _ = harness.takeUnsaved()
    harness.press("Tab f")
    #expect(harness.state.keeping.record.forkedFrom != nil)
    #expect(Self.recordings(harness.takeUnsaved()) == [nil, nil, Self.kept("a")])
  }
}
