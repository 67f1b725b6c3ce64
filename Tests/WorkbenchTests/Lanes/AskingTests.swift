import Conversation
import Support
import Testing
import Workbench

/// The order in which lanes are asked, and what they go on from.
@Suite struct AskingTests {
  private static func harness(_ keys: String = "", seed: UInt64 = 0) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 40, columns: 160, open: ["fast", "32k", "cloud"]) {
      $0.seed = seed
    }
    harness.press(keys)
    return harness
  }

  /// The names of the presets asked, those of warm-ups with a plus.
  private static func asked(_ harness: WorkbenchHarness) -> [String] {
    harness.requests.map {
      $0.preset.name + ($0.preset.parameters[.maxTokens] == .integer(1) ? "+" : "")
    }
  }

  private static func answer(_ harness: inout WorkbenchHarness, _ text: String) {
    harness.receive(text)
    harness.end()
  }

  @Test func asksInParallel() {
    var harness = Self.harness()
    harness.say("hi")
    #expect(Self.asked(harness) == ["fast", "32k", "cloud"])
  }

  @Test func asksOneByOne() {
    var harness = Self.harness("^X f")
    harness.say("hi")
    #expect(Self.asked(harness) == ["fast"])
    #expect(harness.state.conversation.lanes.map(\.tip) == [1, 0, 0].map { MessageID($0) })
    #expect(harness.screen().contains("waits for its turn"))
    Self.answer(&harness, "a")
    #expect(Self.asked(harness) == ["fast", "32k"])
    Self.answer(&harness, "b")
    Self.answer(&harness, "c")
    #expect(Self.asked(harness) == ["fast", "32k", "cloud"])
    #expect(harness.state.tree.children(of: MessageID(0)).count == 3)
    #expect(harness.screen().contains("3 lanes, one by one"))
  }

  @Test func goesOnWithTheNextWhenOneFails() {
    var harness = Self.harness("^X f")
    harness.say("hi")
    harness.end(.failed(ReplyError(kind: .api, source: "x", problem: "500")))
    #expect(Self.asked(harness) == ["fast", "32k"])
  }

  @Test func goesOnWithTheNextWhenTheLaneThatAnsweredIsDropped() {
    var harness = Self.harness("^X f")
    harness.say("hi")
    harness.press("^X -")
    #expect(Self.asked(harness) == ["fast", "32k"])
  }

  @Test func asksTheLaneThatIsLeftAlone() {
    var harness = Self.harness("^X f")
    harness.say("hi")
    harness.press("Tab")
    harness.type("3")
    harness.press("F3")
    #expect(harness.state.conversation.lanes.map(\.preset.name) == ["cloud"])
    #expect(Self.asked(harness) == ["fast", "cloud"])
  }

  @Test func goesOnWithTheNextWhenOneIsStopped() {
    var harness = Self.harness("^X f")
    harness.say("hi")
    harness.press("^C")
    #expect(Self.asked(harness) == ["fast", "32k"])
  }

  @Test func stopsThoseThatWaitWithTheSecondEscape() {
    var harness = Self.harness("^X f")
    harness.say("hi")
    harness.press("Esc Esc")
    #expect(Self.asked(harness) == ["fast", "32k"])
    #expect(!harness.state.conversation.isBusy)
  }

  @Test func dropsWhatALaneWaitsForWhenItIsStopped() {
    var harness = Self.harness("^X f")
    harness.say("hi")
    harness.press("^X Tab ^X x")
    Self.answer(&harness, "a")
    #expect(Self.asked(harness) == ["fast", "cloud"])
  }

  @Test func asksInRandomOrderEachOnce() {
    let orders = (0..<40).map { seed in
      var harness = Self.harness("^X f ^X f", seed: UInt64(seed))
      harness.say("hi")
      for _ in 0..<3 { Self.answer(&harness, "a") }
      return Self.asked(harness)
    }
    #expect(orders.allSatisfy { $0.sorted() == ["32k", "cloud", "fast"] })
    #expect(Set(orders).count == 6)
  }

  @Test func warmsAllUpBeforeItAsksThem() throws {
    var harness = Self.harness("^X F")
    harness.say("hi")
    #expect(Self.asked(harness) == ["fast+", "32k+", "cloud+"])
    #expect(harness.requests.allSatisfy { $0.messages.map(\.content) != ["hi"] })
    for warmUp in harness.requests.dropLast() {
      harness.receive(.ended(.finished(reason: "length")), for: warmUp.id)
    }
    #expect(harness.requests.count == 3)
    #expect(harness.screen().contains("warming up"))
    harness.end(.failed(ReplyError(kind: .api, source: "x", problem: "500")))
    #expect(Self.asked(harness).suffix(3) == ["fast", "32k", "cloud"])
    #expect(harness.requests.suffix(3).allSatisfy { $0.messages.map(\.content) == ["hi"] })
    #expect(harness.state.tree.count == 4)
  }

  @Test func warmsEachUpJustBeforeItsAnswer() {
    var harness = Self.harness("^X f ^X F")
    harness.say("hi")
    for _ in 0..<6 { harness.end() }
    #expect(Self.asked(harness) == ["fast+", "fast", "32k+", "32k", "cloud+", "cloud"])
  }

  @Test func stopsAWarmUp() throws {
    var harness = Self.harness("^X F")
    harness.say("hi")
    harness.press("^C")
    let cancelled = harness.effects.compactMap {
      if case .cancel(let request) = $0 { request } else { nil }
    }
    #expect(cancelled == [harness.requests[0].id])
    for warmUp in harness.requests.dropFirst() {
      harness.receive(.ended(.finished(reason: "length")), for: warmUp.id)
    }
    #expect(Self.asked(harness).suffix(2) == ["32k", "cloud"])
  }

  @Test func goesOnFromTheAnswerThatIsKept() {
    var harness = Self.harness()
    harness.say("hi")
    for (request, answer) in zip(harness.requests, ["a", "b", "c"]) {
      let delta = Delta(channel: .content, text: answer, time: harness.now)
      harness.receive(.delta(delta), for: request.id)
      harness.receive(.ended(.finished(reason: "stop")), for: request.id)
    }
    harness.press("Tab 2 p")
    #expect(harness.screen().contains("2 32k \u{2190} kept"))
    harness.press("i")
    harness.say("go on")
    #expect(harness.requests.suffix(3).map { $0.messages[1].content } == ["b", "b", "b"])
    #expect(harness.state.tree.children(of: MessageID(2)).count == 1)
    harness.press("Tab ^C p")
    #expect(harness.state.conversation.kept == nil)
  }

  @Test func waitsForTheAnswerThatIsKept() {
    var harness = Self.harness("^X k")
    harness.say("hi")
    harness.receive(.ended(.finished(reason: "stop")), for: RequestID(1))
    harness.say("more")
    #expect(harness.state.conversation.lanes.map(\.queue) == [["more"], [], []])
    let delta = Delta(channel: .content, text: "a", time: harness.now)
    harness.receive(.delta(delta), for: RequestID(0))
    harness.receive(.ended(.finished(reason: "stop")), for: RequestID(0))
    #expect(Self.asked(harness).suffix(2) == ["fast", "32k"])
    // The third lane is still at the first turn, and comes to the second one afterwards.
    harness.receive(.ended(.finished(reason: "stop")), for: RequestID(2))
    #expect(Self.asked(harness).suffix(3) == ["fast", "32k", "cloud"])
    #expect(
      harness.requests.suffix(3).map { $0.messages.map(\.content) }
        == Array(repeating: ["hi", "a", "more"], count: 3)
    )
  }

  @Test func forgetsALaneThatIsDropped() {
    var harness = Self.harness("^X k ^X -")
    #expect(harness.state.conversation.kept == nil)
    harness.say("hi")
    #expect(harness.requests.count == 2)
  }

  @Test func asksNothingThatWasDeletedMeanwhile() {
    var harness = Self.harness("^X f")
    harness.say("hi")
    harness.press("Tab D Enter")
    Self.answer(&harness, "a")
    #expect(!harness.state.conversation.isBusy)
    #expect(Self.asked(harness).count == 1)
  }
}
