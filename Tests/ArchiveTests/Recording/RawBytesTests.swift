import Conversation
import GRDB
import Recording
import Testing

@testable import Archive

/// How many bytes of recordings are kept, and that none is left of what was removed.
@Suite struct RawBytesTests {
  private let directory = TemporaryDirectory()
  private var path: String { directory.path + "/weir.sqlite" }
  private let talk = StoredConversation.plain("T", ["q", "a", "r", "b", "s", "c"])
  private var replies: [MessageKey] { talk.messages.filter { $0.reply != nil }.map(\.key) }

  private func recording(_ reply: Int) -> ConversationChanges {
    var changes = ConversationChanges(id: talk.record.id, moment: WallTime(milliseconds: 9))
    changes.messages = [.recorded(replies[reply], .sample(seed: UInt64(reply)))]
    return changes
  }

  private func kept(in archive: Archive) throws -> [KeptRecording] {
    try replies.map { try archive.now(.recording(of: $0)) }
  }

  private func whole(_ reply: Int) -> KeptRecording { .whole(.sample(seed: UInt64(reply))) }

  private func outline(_ reply: Int) -> KeptRecording {
    .outline(WireLog.sample(seed: UInt64(reply)).withoutBytes)
  }

  @Test func theOldestBytesGoFirst() throws {
    let archive = Archive(path: path)
    archive.keepRawBytes(atMost: 2_500)
    try archive.saveNow([talk.changes, recording(0), recording(1)])
    #expect(try kept(in: archive) == [whole(0), whole(1), .none])
    try archive.saveNow([recording(2)])
    #expect(try kept(in: archive) == [outline(0), whole(1), whole(2)])
    let statistics = try archive.now(.statistics)
    #expect(statistics.recordings == 3 && statistics.droppedRecordings == 1)
    #expect((2_000...2_500).contains(statistics.rawBytes ?? 0))
  }

  @Test func fewerAreKeptFromTheNextRecordingOn() throws {
    let archive = Archive(path: path)
    try archive.saveNow([talk.changes, recording(0), recording(1)])
    archive.keepRawBytes(atMost: 0)
    #expect(try kept(in: archive) == [whole(0), whole(1), .none])
    try archive.saveNow([recording(2)])
    #expect(try kept(in: archive) == [outline(0), outline(1), outline(2)])
    #expect(try archive.now(.statistics).rawBytes == 0)
  }

  @Test func oneThatIsTooLongByItselfIsNotKept() throws {
    let archive = Archive(path: path)
    archive.keepRawBytes(atMost: 500)
    try archive.saveNow([talk.changes, recording(0)])
    #expect(try kept(in: archive) == [outline(0), .none, .none])
  }

  /// A row is found to be too much by the index alone, so that a reply's end costs no more with a full archive.
  @Test func theSumIsTakenFromTheIndex() throws {
    let archive = Archive(path: path)
    try archive.saveNow([talk.changes, recording(0)])
    let plan = try archive.now(
      .plan(of: "SELECT sum(size) FROM recording WHERE size > 0")
    )
    #expect(plan.joined().contains("COVERING INDEX recording_raw"))
  }

  @Test("no byte is left of what was removed", arguments: [false, true])
  func removed(isPruned: Bool) throws {
    let archive = Archive(path: path)
    let other = StoredConversation.plain("U", ["q", "a"], at: WallTime(milliseconds: 7))
    var changes = other.changes
    let log = WireLog.sample(seed: 9, bodyBytes: 20_000)
    changes.messages.append(.recorded(other.messages[1].key, log))
    let prune = MessageChange.placed(other.messages[1].key, parent: nil, isPruned: true)
    if isPruned { changes.messages.append(prune) }
    try archive.saveNow([talk.changes, recording(0), changes])
    #expect(holds(log))
    _ = try archive.now(isPruned ? .removePruned() : .remove([other.record.id]))
    #expect(!holds(log))
    #expect(try archive.now(.recording(of: other.messages[1].key)) == .none)
    #expect(try kept(in: archive)[0] == whole(0))
    #expect(try archive.now(.statistics).recordings == 1)
  }

  /// Whether any part of a log's bytes stands in the file or its log.
  private func holds(_ log: WireLog) -> Bool {
    let file = [path, path + "-wal"].map { Set(File($0).bytes.windows) }
    return log.body.windows.contains { window in file.contains { $0.contains(window) } }
  }
}

extension [UInt8] {
  /// Every eight bytes that follow each other, as numbers.
  fileprivate var windows: [UInt64] {
    guard count >= 8 else { return [] }
    var last: UInt64 = 0
    return enumerated().compactMap { index, byte in
      last = last << 8 | UInt64(byte)
      return index < 7 ? nil : last
    }
  }
}

extension ArchiveRequest<[String]> {
  fileprivate static func plan(of query: String) -> Self {
    .reading { turn in
      try Row.fetchAll(turn.db, sql: "EXPLAIN QUERY PLAN " + query).map { $0.text("detail") }
    }
  }
}
