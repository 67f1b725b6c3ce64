import Conversation
import Support
import Testing
import Workbench

/// Lanes that are put away with F3, and come back.
@Suite struct PuttingAwayTests {
  /// Two lanes: the first, which has the focus, has ended or streams, the second has ended.
  private static func lanes(streams: Bool) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 24, columns: 120, open: ["fast", "32k"])
    harness.say("hi")
    for (place, request) in harness.requests.enumerated() {
      let delta = Delta(channel: .content, text: "from \(place)", time: harness.now)
      harness.receive(.delta(delta), for: request.id)
      if place == 0, streams { continue }
      harness.receive(.ended(.finished(reason: "stop")), for: request.id)
    }
    return harness
  }

  @Test func theyComeBackWhileTheOneThatStayedStreams() {
    var harness = Self.lanes(streams: true)
    harness.press("F3 F3")
    #expect(harness.state.conversation.lanes.count == 2)
    #expect(harness.screen().contains("from 1"))
    #expect(harness.state.conversation.lanes[0].isStreaming)
  }

  @Test func theOneThatStayedComesBackAsItIsNow() {
    var harness = Self.lanes(streams: true)
    harness.press("F3")
    harness.receive(.ended(.finished(reason: "stop")), for: harness.requests[0].id)
    harness.press("F3")
    #expect(harness.state.conversation.lanes.map(\.isBusy) == [false, false])
    harness.say("more")
    #expect(harness.requests.count == 4)
  }

  @Test func nothingOfThemIsLeftInANewConversation() {
    var harness = Self.lanes(streams: false)
    harness.press("F3")
    harness.say("/new")
    harness.say("again")
    harness.press("Esc F3")
    #expect(harness.state.conversation.lanes.count == 2)
    #expect(!harness.screen().contains("from 0"))
    #expect(!harness.screen().contains("from 1"))
  }

  @Test func anEarlierMomentIsLeftFirst() {
    var harness = Self.lanes(streams: false)
    harness.wait(milliseconds: 500)
    harness.press("^X t Home F3 End F3 Esc")
    harness.say("second")
    for request in harness.requests.suffix(2) {
      let delta = Delta(channel: .content, text: "of later", time: harness.now)
      harness.receive(.delta(delta), for: request.id)
    }
    #expect(harness.screen().contains("of later"))
  }

  @Test func whatStopsWithThemIsSaid() {
    var harness = WorkbenchHarness(rows: 24, columns: 120, open: ["fast", "32k", "cloud"])
    harness.say("hi")
    harness.press("F3")
    #expect(
      harness.state.status?.text == "2 lanes that were busy are stopped; F3 shows what came"
    )
  }

  @Test func aWarmUpDoesNotGoOnBesideTheAnswer() {
    var harness = WorkbenchHarness(rows: 24, columns: 120, open: ["fast", "32k"])
    harness.press("^X F")
    harness.say("hi")
    let warmUps = harness.requests.map(\.id)
    harness.press("F3")
    let cancelled = harness.effects.compactMap {
      if case .cancel(let id) = $0 { id } else { nil }
    }
    #expect(Set(cancelled) == Set(warmUps))
    #expect(harness.requests.count == warmUps.count + 1)
  }

  @Test("they keep their answers beside new ones", arguments: [true, false])
  func another(isMarked: Bool) {
    var harness = Self.lanes(streams: false)
    if isMarked {
      harness.press("F3 Shift-Tab j j Space F3 Tab")
    } else {
      harness.say("/lanes fast 32k cloud")
    }
    #expect(harness.state.conversation.lanes.map(\.preset.name) == ["fast", "32k", "cloud"])
    let screen = harness.screen()
    #expect(screen.contains("from 0"))
    #expect(screen.contains("from 1"))
    #expect(screen.split(separator: "\n").count { $0.contains("not asked yet") } == 1)
    let asked = harness.requests.count
    harness.press("Esc")
    harness.say("more")
    let answers = harness.requests[asked...].map { $0.messages.dropLast().last?.content ?? "" }
    #expect(answers == ["from 0", "from 1", "from 0"])
  }

  @Test func anotherOfThemTakesThePlaceOfTheOneThatStayed() {
    var harness = Self.lanes(streams: false)
    harness.say("/lanes 32k cloud")
    #expect(harness.state.conversation.lanes.map(\.preset.name) == ["32k", "cloud"])
    #expect(harness.screen().contains("from 1"))
  }
}
