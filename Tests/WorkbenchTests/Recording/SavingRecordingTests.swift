import Conversation
import Recording
import Support
import Testing

@testable import Workbench

/// S: the recording of a reply as a file.
@Suite struct SavingRecordingTests {
  private static let wire: WireLog = {
    var log = WireLog(attempt: 1)
    log.body = Array("data: 1\n\n".utf8)
    return log
  }()

  private static func answered() -> WorkbenchHarness {
    var harness = WorkbenchHarness()
    harness.say("Why is it so?")
    guard let request = harness.requests.last?.id else { return harness }
    harness.wait(milliseconds: 100)
    var log = wire
    log.pieces = [Delta.Mark(time: harness.now, lengthInBytes: log.body.count)]
    harness.receive(.wire(log), for: request)
    harness.receive("so")
    harness.end()
    return harness
  }

  private static func saved(
    _ harness: WorkbenchHarness
  ) -> [(recording: RecordingToSave, path: String, replaces: Bool)] {
    harness.effects.compactMap {
      guard case .saveRecording(let recording, let path, let replaces) = $0 else { return nil }
      return (recording, path, replaces)
    }
  }

  @Test func savesWhatWentOverTheWire() throws {
    var harness = Self.answered()
    harness.press("Tab S Enter")
    let saved = try #require(Self.saved(harness).first)
    #expect(saved.path == "fast-why-is-it-so.weir.jsonl")
    #expect(!saved.replaces)
    #expect(saved.recording.prompt == "Why is it so?")
    #expect(saved.recording.message.content == "so")
    #expect(saved.recording.log.body == Self.wire.body)
    #expect(saved.recording.log.pieces.map(\.time.nanoseconds) == [100_000_000])
  }

  @Test func asksBeforeItOverwrites() {
    var harness = Self.answered()
    harness.press("Tab S Enter")
    let path = Self.saved(harness).last?.path ?? ""
    harness.apply(.saved(FileToSave(path: path, text: "x", replaces: false), .exists))
    #expect(harness.screen().contains("there is such a file; Enter overwrites it"))
    harness.press("Enter")
    #expect(Self.saved(harness).map(\.replaces) == [false, true])
    harness.apply(.saved(FileToSave(path: path, text: "x", replaces: true), .saved(bytes: 1)))
    #expect(harness.state.overlay == nil)
    #expect(harness.screen().contains("saved \(path), 1 bytes"))
  }

  @Test func waitsForTheArchive() {
    var harness = Self.opened()
    harness.press("Tab S Enter")
    #expect(Self.saved(harness).isEmpty)
    #expect(harness.screen().contains("it is being read from the archive; Enter once more"))
    harness.apply(.history(.recording(.whole(Self.wire), of: Self.key(harness))))
    harness.press("Enter")
    #expect(Self.saved(harness).map(\.recording.log) == [Self.wire])
  }

  @Test(
    "says why there is nothing to save",
    arguments: [
      (KeptRecording.outline(WireLog(attempt: 1)), "had to make room, or were never kept"),
      (.none, "nothing was recorded of this reply"),
      (.damaged, "cannot be read"),
    ]
  )
  func obstacles(kept: KeptRecording, words: String) {
    var harness = Self.opened()
    harness.press("Tab S")
    harness.apply(.history(.recording(kept, of: Self.key(harness))))
    harness.press("Enter")
    #expect(harness.screen().contains(words))
    harness.press("Esc S")
    #expect(harness.screen().contains(words))
    #expect(harness.state.overlay == nil)
    #expect(Self.saved(harness).isEmpty)
  }

  @Test func aReplyThatStreamsIsSavedLater() {
    var harness = WorkbenchHarness(rows: 24, columns: 120)
    harness.say("Why?")
    if let request = harness.requests.last?.id { harness.receive(.wire(Self.wire), for: request) }
    harness.receive("so")
    harness.press("Tab S")
    #expect(harness.screen().contains("this reply still streams"))
  }

  /// An answer of an earlier run.
  private static func opened() -> WorkbenchHarness {
    let talk = answered()
    let stored = StoredConversation(
      record: talk.state.keeping.record,
      messages: talk.state.tree.storedMessages
    )
    var harness = WorkbenchHarness(rows: 24, columns: 120) { $0.opening = .newest }
    harness.apply(.history(.opened(stored, for: .newest)))
    return harness
  }

  private static func key(_ harness: WorkbenchHarness) -> MessageKey {
    harness.state.tree[MessageID(1)].key
  }
}
