import Conversation
import Support
import Testing

@testable import Workbench

@Suite struct TitlingTests {
  private static func answered(
    isOffTheRecord: Bool = false,
    titlePreset: String? = "32k"
  ) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 24, columns: 80) {
      $0.historySettings.titlePreset = titlePreset
      $0.isOffTheRecord = isOffTheRecord
    }
    harness.say("Why is the sky blue?")
    harness.receive("Rayleigh.")
    harness.end()
    return harness
  }

  @Test func thePresetIsAskedAfterTheFirstAnswer() throws {
    var harness = Self.answered()
    #expect(harness.requests.map(\.preset.name) == ["fast", "32k"])
    let asked = try #require(harness.requests.last?.messages.last?.content)
    #expect(asked.contains("Why is the sky blue?") && asked.contains("Rayleigh."))
    harness.receive("\"Blue")
    harness.receive(" skies.\"\n")
    #expect(harness.state.tree.count == 2)
    harness.end()
    #expect(harness.state.title == "Blue skies")
    #expect(harness.state.keeping.record.titleSource == .preset)
    #expect(harness.screen().contains("Blue skies"))
    harness.say("And red?")
    harness.receive("Mars.")
    harness.end()
    #expect(harness.requests.count == 3)
  }

  @Test func aTitleOfTheUsersStays() {
    var harness = Self.answered()
    harness.say("/title My own")
    harness.receive("Other", for: RequestID(1))
    harness.receive(.ended(.finished(reason: "stop")), for: RequestID(1))
    #expect(harness.state.title == "My own")
  }

  @Test func aFailureIsSaidInPassingOnly() {
    var harness = Self.answered()
    harness.end(.failed(ReplyError(kind: .api, source: "x", problem: "429")))
    #expect(harness.state.title == "Why is the sky blue?")
    #expect(harness.state.status == StatusMessage("no title came from 32k"))
  }

  @Test func theConversationBeforeGetsItsTitleToo() {
    var harness = Self.answered()
    _ = harness.takeUnsaved()
    harness.press("^X n")
    harness.receive("Blue")
    harness.end()
    #expect(harness.takeUnsaved().map { $0.record?.title } == ["Blue"])
  }

  @Test func whatNeverEndsIsStopped() {
    var harness = Self.answered()
    harness.receive(String(repeating: "x", count: 3_000))
    #expect(harness.effects.last == .cancel(RequestID(1)))
  }

  @Test func nobodyIsAskedOffTheRecordOrWithoutAPreset() {
    #expect(Self.answered(isOffTheRecord: true).requests.count == 1)
    #expect(Self.answered(titlePreset: nil).requests.count == 1)
    #expect(Self.answered(titlePreset: "gone").requests.count == 1)
  }

  @Test func slashCommandsChangeTheOpenConversation() {
    var harness = Self.answered(titlePreset: nil)
    harness.say("/tag swift #mac")
    harness.say("/tag -swift new")
    harness.say("/pin")
    harness.say("/archive")
    let record = harness.takeUnsaved().last?.record
    #expect(record?.tags == ["mac", "new"])
    #expect(record?.isPinned == true && record?.isArchived == true)
  }
}

extension WorkbenchHarness {
  fileprivate mutating func receive(_ text: String, for request: RequestID) {
    receive(.delta(Delta(channel: .content, text: text, time: now)), for: request)
  }
}
