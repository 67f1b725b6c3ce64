import Conversation
import Glibc
import Support
import Testing

@testable import Archive

/// Whatever is wrong with the file, it stays as it is, it is said, and what waits is saved once it can be.
@Suite struct TroubleTests {
  private let directory = TemporaryDirectory()
  private var path: String { directory.path + "/weir.sqlite" }
  private let conversation = StoredConversation.plain("T", ["question", "answer"])

  @Test func savesWhatWaitedOnceTheDiskHasRoom() throws {
    let archive = Archive(path: path)
    try archive.saveNow([conversation.changes])
    try archive.now(.limit(pages: 1))
    let large = StoredConversation.plain("L", [String(repeating: "long ", count: 40_000)])
    #expect(throws: ArchiveTrouble.full(path)) { try archive.saveNow([large.changes]) }
    #expect(throws: ArchiveTrouble.full(path)) { try archive.saveNow([]) }
    #expect(try archive.now(.load(large.record.id)) == nil)
    try archive.now(.limit(pages: 1_000_000))
    try archive.saveNow([])
    #expect(try archive.now(.load(large.record.id))?.messages == large.messages)
  }

  @Test func goesOnAfterItsFilesCouldNotGrow() throws {
    let probe = try ProbeProcess("limit", path, "1")
    let lines = probe.lines()
    let troubles = Set(lines.filter { $0.hasPrefix("trouble") })
    #expect(troubles == ["trouble \(ArchiveTrouble.inputOutput(path))"])
    #expect(lines.last?.hasPrefix("number") == true)
    let archive = Archive(path: path)
    #expect(try archive.now(.list(limit: 5)).map(\.messageCount) == [42])
    #expect(try archive.now(.soundness) == ["ok"])
  }

  @Test("reads what may only be read", arguments: [0o555, 0o755])
  func readsOnly(mode: mode_t) throws {
    let archive = Archive(path: path)
    var note = conversation
    note.messages[0].content = "a note"
    try archive.saveNow([note.changes])
    archive.close()
    chmod(directory.path, mode)
    chmod(path, 0o444)
    let before = File(path).bytes
    let lines = try ProbeProcess("nobody", path, "1").lines()
    #expect(lines == ["trouble \(ArchiveTrouble.readOnly(path))", "listed 1", "found 1"])
    #expect(File(path).bytes == before)
    chmod(directory.path, 0o755)
  }

  @Test("leaves alone what is no archive", arguments: ["", "no database", "SQLite format 3\u{0}"])
  func leavesOthersAlone(content: String) throws {
    File(path).write(Array(content.utf8))
    let archive = Archive(path: path)
    #expect(throws: ArchiveTrouble.notAnArchive(path)) {
      try archive.saveNow([conversation.changes])
    }
    #expect(throws: ArchiveTrouble.notAnArchive(path)) { try archive.now(.list(limit: 1)) }
    #expect(File(path).bytes == Array(content.utf8))
    #expect(File.names(in: directory.path) == ["weir.sqlite"])
    unlink(path)
    try archive.saveNow([])
    #expect(try archive.now(.load(number: 1))?.messages == conversation.messages)
  }

  @Test func leavesALaterFormAlone() throws {
    let archive = Archive(path: path)
    try archive.saveNow([conversation.changes])
    try archive.now(.setVersion(9))
    archive.close()
    let before = File(path).bytes
    let trouble = ArchiveTrouble.newer(path, version: 9, known: Schema.version)
    #expect(throws: trouble) { try archive.saveNow([conversation.changes]) }
    #expect(throws: trouble) { try archive.searchNow("answer", limit: 1) }
    #expect(File(path).bytes == before)
  }

  @Test("says that the schema is damaged and leaves it so", arguments: [100, 110])
  func leavesADamagedSchemaAlone(place: Int) throws {
    let archive = Archive(path: path)
    try archive.saveNow([conversation.changes])
    archive.close()
    var bytes = File(path).bytes
    bytes.replaceSubrange(place..<(place + 8), with: repeatElement(0xAA, count: 8))
    File(path).write(bytes)
    #expect(throws: ArchiveTrouble.corrupt(path)) { try archive.saveNow([conversation.changes]) }
    #expect(File(path).bytes == bytes)
  }

  @Test func writesNoMoreIntoAFileFoundDamaged() throws {
    let archive = Archive(path: path)
    let long = StoredConversation.plain(
      "L",
      (0..<400).map { "word \($0) " + String(repeating: "x", count: 500) }
    )
    try archive.saveNow([long.changes])
    archive.close()
    var bytes = File(path).bytes
    for place in stride(from: 20 * 4_096, to: bytes.count, by: 4_096) {
      bytes.replaceSubrange(place..<(place + 100), with: repeatElement(0xAA, count: 100))
    }
    File(path).write(bytes)
    #expect(throws: ArchiveTrouble.corrupt(path)) { try archive.now(.load(long.record.id)) }
    #expect(throws: ArchiveTrouble.corrupt(path)) { try archive.saveNow([conversation.changes]) }
    archive.close()
    #expect(File(path).bytes == bytes)
    unlink(path)
    try archive.saveNow([])
    #expect(try archive.now(.list(limit: 5)).map(\.record) == [conversation.record])
  }

  @Test func tellsOfAConversationThatWasRemovedMeanwhile() throws {
    let archive = Archive(path: path)
    try archive.saveNow([conversation.changes])
    #expect(try archive.now(.remove([conversation.record.id])) == 1)
    var changes = ConversationChanges(id: conversation.record.id, moment: WallTime(milliseconds: 9))
    changes.messages = [.added(conversation.messages[0])]
    var expected = Saved()
    expected.unknown = [conversation.record.id]
    #expect(try archive.saveNow([changes]) == expected)
  }

  @Test("keeps its files to their owner", arguments: [0, 0o077])
  func keepsFilesPrivate(mask: mode_t) throws {
    let script = "umask \(String(mask, radix: 8)); exec \"$0\" write \"$1\" 1 1"
    let place = directory.path + "/a/b/weir.sqlite"
    try Shell.run(script, BuiltProduct.path("ArchiveProbe"), place)
    let archive = Archive(path: place)
    _ = try archive.now(.list(limit: 1))
    #expect(try archive.now(.backup(to: directory.path + "/a/copy.sqlite")) == .sound)
    let modes = [
      "a", "a/b", "a/b/weir.sqlite", "a/b/weir.sqlite-wal", "a/b/weir.sqlite-shm", "a/copy.sqlite",
    ]
    .map { File(directory.path + "/" + $0).mode }
    #expect(modes == [0o700, 0o700, 0o600, 0o600, 0o600, 0o600])
  }
}

extension ArchiveRequest<Void> {
  /// Keeps the file from growing, as a full disk does.
  static func limit(pages: Int) -> Self {
    .writing { turn in try turn.db.execute(sql: "PRAGMA max_page_count = \(pages)") }
  }

  static func setVersion(_ version: Int) -> Self {
    .writing { turn in try turn.db.execute(sql: "PRAGMA user_version = \(version)") }
  }
}
