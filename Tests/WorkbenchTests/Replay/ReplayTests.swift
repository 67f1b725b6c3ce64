import Conversation
import Support
import Testing

@testable import Workbench

/// `weir replay`: a workbench that is opened to be played.
@Suite struct ReplayTests {
  /// Answers of presets to one question, a number every 100 ms, as a file or the archive holds them.
  private static func stored(
    _ presets: [String],
    deltas: Int = 10
  ) -> (conversation: StoredConversation, tips: [MessageKey]) {
    var tree = MessageTree(seed: 7)
    let turn = tree.addUserMessage("Count", under: nil)
    var tips: [MessageKey] = []
    for (index, name) in presets.enumerated() {
      let theirs = Endpoint(name: "theirs", url: "http://203.0.113.9/v1")
      let preset = Preset(name: name, endpoint: theirs, model: "their-model")
      let request = RequestID(index)
      let zero = MonotonicTime(nanoseconds: 0)
      let id = tree.addReply(Reply(preset: preset, request: request, started: zero), under: turn)
      for number in 0..<deltas {
        let time = zero.adding(milliseconds: Double(number + 1) * 100)
        let delta = Delta(channel: .content, text: "\(name)\(number + 1) ", time: time)
        tree.apply(StreamEvent(request: request, time: time, kind: .delta(delta)))
      }
      let end = zero.adding(milliseconds: Double(deltas) * 100)
      let ended = StreamEvent.Kind.ended(.finished(reason: "stop"))
      tree.apply(StreamEvent(request: request, time: end, kind: ended))
      tips.append(tree[id].key)
    }
    var record = ConversationRecord(
      id: StableHash("x").conversationID,
      created: WallTime(milliseconds: 0)
    )
    record.setTitle("Count", from: .firstMessage)
    return (StoredConversation(record: record, messages: tree.storedMessages), tips)
  }

  private static func file(_ presets: [String], speed: Double = 1) throws -> WorkbenchHarness {
    let (stored, tips) = stored(presets)
    var log = WireLog(attempt: 1)
    log.body = Array("data: 1\n\n".utf8)
    let file = ReplayedFile(
      name: "x.weir.jsonl",
      conversation: stored.showing(lanes: zip(presets, tips).map { ($0, SweepCell(), $1) }),
      recordings: Dictionary(uniqueKeysWithValues: tips.map { ($0, log) })
    )
    let pace = try #require(PlaySpeed(speed))
    return WorkbenchHarness(rows: 30, columns: 100) {
      $0.replay = Replay(file: file, speed: pace)
    }
  }

  private static func pass(_ harness: inout WorkbenchHarness, milliseconds: Double) {
    harness.wait(milliseconds: milliseconds)
    harness.apply(.tick)
    _ = harness.frame()
  }

  @Test("plays a file from its start", arguments: [["fast"], ["a", "b", "c"]])
  func playsAFile(presets: [String]) throws {
    var harness = try Self.file(presets, speed: 2)
    #expect(PlayingTests.counts(&harness) == presets.map { _ in 0 })
    #expect(harness.screen().contains("replay of x.weir.jsonl"))
    Self.pass(&harness, milliseconds: 251)
    #expect(PlayingTests.counts(&harness) == presets.map { _ in 5 })
    #expect(harness.screen().contains("playing 2x"))
    harness.press("Space")
    Self.pass(&harness, milliseconds: 1_000)
    #expect(PlayingTests.counts(&harness) == presets.map { _ in 5 })
    harness.press(". ,")
    #expect(PlayingTests.counts(&harness) == presets.map { _ in 5 })
    harness.press("Space")
    Self.pass(&harness, milliseconds: 1_000)
    #expect(PlayingTests.counts(&harness) == presets.map { _ in 10 })
    #expect(!harness.state.isInPast)
    #expect(harness.state.nextTick == nil)
  }

  @Test func asksAndKeepsNothing() throws {
    var harness = try Self.file(["fast", "theirs"])
    Self.pass(&harness, milliseconds: 2_000)
    harness.press("F4 Tab Tab Tab Esc")
    #expect(harness.effects.isEmpty)
    #expect(harness.takeUnsaved(isLeaving: true).isEmpty)
    #expect(harness.state.savingNeed == .none)
  }

  @Test func hasTheFramesOfTheRecordingAtHand() throws {
    let harness = try Self.file(["fast"])
    let reply = try #require(harness.state.inspectedReply)
    guard case .kept(let log) = harness.state.recordings.state(of: harness.state.tree[reply]) else {
      Issue.record("no recording")
      return
    }
    #expect(log.body == Array("data: 1\n\n".utf8))
  }

  @Test func asksOnesOwnPresetOfTheSameName() throws {
    var harness = try Self.file(["fast"])
    harness.press("i")
    harness.say("and on")
    #expect(harness.requests.map(\.preset.endpoint.name) == ["hossenfelder"])
    #expect(harness.takeUnsaved().isEmpty)
  }

  @Test("asks nobody for a preset that is not here", arguments: ["i", "F5", "r", "c", "^X j"])
  func doesNotAskWhereAFileSays(keys: String) throws {
    var harness = try Self.file(["theirs", "fast"])
    Self.pass(&harness, milliseconds: 2_000)
    harness.press("Esc Esc Tab " + keys)
    if keys == "i" { harness.say("and on") }
    #expect(harness.requests.isEmpty)
    #expect(harness.screen().contains("theirs is the recording's preset; F2 picks one of yours"))
    if keys == "i" { #expect(harness.state.prompt.editor.text == "and on") }
  }

  @Test func asksThePresetThatWasPicked() throws {
    var harness = try Self.file(["theirs"])
    harness.press("F2")
    harness.type("cloud")
    harness.press("Enter i")
    harness.say("and on")
    #expect(harness.requests.map(\.preset.name) == ["cloud"])
    #expect(harness.requests.map(\.preset.endpoint.url) == ["https://openrouter.ai/api/v1"])
  }

  @Test("never asks the endpoint that a file names", arguments: ["^X n", "f", "^X +"])
  func neverAsksTheFilesEndpoint(keys: String) throws {
    var harness = try Self.file(["theirs"])
    Self.pass(&harness, milliseconds: 2_000)
    harness.press("Esc " + keys)
    harness.press("F2 Esc i")
    harness.say("and on")
    let own = Set(WorkbenchHarness.presets.map(\.endpoint.url))
    #expect(harness.requests.allSatisfy { own.contains($0.preset.endpoint.url) })
    let names = Set(WorkbenchHarness.presets.map(\.name))
    #expect(harness.requests.allSatisfy { names.contains($0.preset.name) })
    let asked = harness.effects.contains {
      if case .listModels(let endpoint) = $0 { !own.contains(endpoint.url) } else { false }
    }
    #expect(!asked)
  }

  @Test func playsAKeptConversation() throws {
    let (stored, _) = Self.stored(["fast"])
    let pace = try #require(PlaySpeed(0.5))
    var harness = WorkbenchHarness(rows: 30, columns: 100) {
      $0.opening = .number(3)
      $0.replay = Replay(speed: pace)
    }
    harness.apply(.history(.opened(stored, for: .number(3))))
    #expect(PlayingTests.counts(&harness) == [0])
    Self.pass(&harness, milliseconds: 1_001)
    #expect(PlayingTests.counts(&harness) == [5])
    #expect(!harness.screen().contains("replay of"))
  }

  @Test func saysThatTheTurnIsNotThere() {
    let (stored, _) = Self.stored(["fast"])
    var harness = WorkbenchHarness(rows: 30, columns: 100) {
      $0.opening = .number(3)
      $0.replay = Replay(speed: .realTime, turn: 2)
    }
    harness.apply(.history(.opened(stored, for: .number(3))))
    #expect(harness.screen().contains("there is no turn 2 to play: 1 turn here"))
  }

  @Test func saysThatNoTimesAreKnown() {
    let (stored, _) = Self.stored(["fast"], deltas: 0)
    var harness = WorkbenchHarness(rows: 30, columns: 100) {
      $0.opening = .number(3)
      $0.replay = Replay(speed: .realTime)
    }
    harness.apply(.history(.opened(stored, for: .number(3))))
    #expect(harness.screen().contains("it is not known when this answer came"))
    #expect(harness.state.conversation.ruler == nil)
  }
}
