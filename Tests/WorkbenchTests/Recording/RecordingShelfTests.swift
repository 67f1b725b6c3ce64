import Conversation
import Recording
import Testing

@testable import Workbench

@Suite struct RecordingShelfTests {
  private static func log(_ count: Int, times: [UInt64] = []) -> WireLog {
    var log = WireLog(attempt: 1)
    log.request = WireLog.Request(url: "u", fields: [], body: [])
    log.body = [UInt8](repeating: 7, count: count)
    log.pieces = times.map { Delta.Mark(time: .init(nanoseconds: $0), lengthInBytes: 1) }
    return log
  }

  /// A reply to each request.
  private static func replies(_ count: Int) throws -> [Message] {
    var tree = MessageTree()
    let turn = tree.addUserMessage("q", under: nil)
    return (0..<count).map { number in
      let preset = Preset(name: "p", endpoint: Endpoint(name: "e", url: "u"), model: "m")
      let request = RequestID(number)
      let reply = Reply(preset: preset, request: request, started: .init(nanoseconds: 0))
      let id = tree.addReply(reply, under: turn)
      return tree[id]
    }
  }

  @Test func whatStreamsGrowsAndStays() throws {
    let reply = try Self.replies(1)[0]
    var shelf = RecordingShelf(mostBytes: 10)
    #expect(shelf.state(of: reply) == .unasked)
    shelf.take(Self.log(20, times: [1]), of: RequestID(0))
    shelf.take(Self.log(20, times: [2]), of: RequestID(0))
    shelf.makeRoom()
    #expect(shelf.state(of: reply) == .live(Self.log(40, times: [1, 2])))
  }

  @Test func theOldestThatAreSavedGoFirst() throws {
    let replies = try Self.replies(3)
    var shelf = RecordingShelf(mostBytes: 250)
    for number in 0..<3 {
      shelf.take(Self.log(100), of: RequestID(number))
      shelf.end(RequestID(number), saving: .due)
    }
    // None is saved yet, so none goes.
    #expect(replies.map { shelf.state(of: $0) } == .init(repeating: .kept(Self.log(100)), count: 3))
    for number in 0..<3 { #expect(shelf.takeUnsaved(RequestID(number)) == Self.log(100)) }
    #expect(shelf.takeUnsaved(RequestID(0)) == nil)
    shelf.makeRoom()
    #expect(
      replies.map { shelf.state(of: $0) } == [
        .unasked, .kept(Self.log(100)), .kept(Self.log(100)),
      ]
    )
  }

  @Test func offTheRecordBytesGoBeforeTheRest() throws {
    let replies = try Self.replies(4)
    var shelf = RecordingShelf(mostBytes: 250)
    for number in 0..<3 {
      shelf.take(Self.log(100, times: [1]), of: RequestID(number))
      shelf.end(RequestID(number), saving: .never)
    }
    #expect(shelf.takeUnsaved(RequestID(1)) == nil)
    let outline = RecordingShelf.State.dropped(Self.log(0, times: [1]))
    let whole = RecordingShelf.State.kept(Self.log(100, times: [1]))
    #expect(replies.map { shelf.state(of: $0) } == [outline, whole, whole, .unasked])
    shelf.take(Self.log(240), of: RequestID(3))
    shelf.end(RequestID(3), saving: .never)
    #expect(
      replies.map { shelf.state(of: $0) } == [outline, outline, outline, .dropped(Self.log(0))]
    )
  }

  @Test func ofWhatTheArchiveSaysTheLatestStays() throws {
    let replies = try Self.replies(2)
    var shelf = RecordingShelf(mostBytes: 150)
    for reply in replies {
      shelf.noteQuestion(reply.key)
      #expect(shelf.state(of: reply) == .loading)
      shelf.take(.whole(Self.log(200)), of: reply.key)
    }
    #expect(replies.map { shelf.state(of: $0) } == [.unasked, .kept(Self.log(200))])
  }

  @Test(
    "says what the archive has",
    arguments: [
      (KeptRecording.none, RecordingShelf.State.none), (.damaged, .damaged),
      (.whole(log(3)), .kept(log(3))), (.outline(log(0)), .dropped(log(0))),
    ]
  )
  func answer(kept: KeptRecording, state: RecordingShelf.State) throws {
    let reply = try Self.replies(1)[0]
    var shelf = RecordingShelf()
    shelf.take(kept, of: reply.key)
    #expect(shelf.state(of: reply) == .unasked)
    shelf.noteQuestion(reply.key)
    shelf.take(kept, of: reply.key)
    shelf.takeFailure("too late", of: reply.key)
    #expect(shelf.state(of: reply) == state)
    shelf.forgetAnswers()
    #expect(shelf.state(of: reply) == .unasked)
  }
}
