import Conversation
import Support
import Testing
import Workbench

/// ^X t: what each lane had at any moment of a turn.
@Suite struct TimeRulerTests {
  /// Two lanes: the first says a word every 100 ms, the second thinks first and then says a word every 300 ms.
  private static func streaming(rows: Int = 30, columns: Int = 120) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: rows, columns: columns, open: ["fast", "32k"])
    harness.say("hi")
    for request in harness.requests { harness.receive(.phase(.sent), for: request.id) }
    for step in 1...9 {
      harness.wait(milliseconds: 100)
      Self.tell(&harness, 0, "one\(step) ")
      if step % 3 == 0 {
        Self.tell(&harness, 1, step == 3 ? "hm " : "two\(step) ", step == 3 ? .reasoning : .content)
      }
    }
    return harness
  }

  private static func ended(rows: Int = 30, columns: Int = 120) -> WorkbenchHarness {
    var harness = streaming(rows: rows, columns: columns)
    for lane in [0, 1] {
      harness.receive(.ended(.finished(reason: "stop")), for: harness.requests[lane].id)
    }
    return harness
  }

  private static func tell(
    _ harness: inout WorkbenchHarness,
    _ lane: Int,
    _ text: String,
    _ channel: Delta.Channel = .content
  ) {
    let delta = Delta(channel: channel, text: text, time: harness.now)
    harness.receive(.delta(delta), for: harness.requests[lane].id)
  }

  /// What the lanes show of their answers.
  private static func shown(_ harness: inout WorkbenchHarness) -> [String] {
    _ = harness.frame()
    let tree = harness.state.shownTree
    return harness.state.conversation.lanes.compactMap { lane in
      lane.text.path.last.map { (tree[$0].reply?.reasoning ?? "") + "|" + tree[$0].content }
    }
  }

  private static let all = (1...9).map { "one\($0) " }.joined()

  @Test func showsWhatEachLaneHadByThen() {
    var harness = Self.ended()
    harness.press("^X t")
    #expect(Self.shown(&harness) == ["|" + Self.all, "hm |two6 two9 "])
    #expect(harness.screen().contains("0.90 s, the end"))
    harness.press(", , ,")
    #expect(Self.shown(&harness) == ["|one1 one2 one3 one4 one5 one6 ", "hm |two6 "])
    #expect(harness.screen().contains("0.60 s of 0.90 s"))
    harness.press(",")
    #expect(Self.shown(&harness) == ["|one1 one2 one3 one4 one5 ", "hm |"])
    harness.press("Home")
    #expect(Self.shown(&harness) == ["|", "|"])
    #expect(harness.screen().contains("\u{25CB} waiting"))
    harness.press(". .")
    #expect(Self.shown(&harness) == ["|one1 one2 ", "|"])
    harness.press("Alt-2 .")
    #expect(Self.shown(&harness) == ["|one1 one2 one3 ", "hm |"])
  }

  @Test func goesFromEventToEvent() {
    var harness = Self.ended()
    harness.press("^X t Home }")
    #expect(Self.shown(&harness) == ["|one1 ", "|"])
    harness.press("}")
    #expect(Self.shown(&harness) == ["|one1 one2 one3 ", "hm |"])
    harness.press("{")
    #expect(Self.shown(&harness) == ["|one1 ", "|"])
    harness.press("} }")
    #expect(!harness.state.isInPast)
  }

  @Test func losesNothingThatArrivesMeanwhile() {
    var harness = Self.streaming()
    harness.press("^X t Home . .")
    #expect(Self.shown(&harness) == ["|one1 one2 ", "|"])
    harness.wait(milliseconds: 100)
    Self.tell(&harness, 0, "ten")
    #expect(Self.shown(&harness) == ["|one1 one2 ", "|"])
    #expect(harness.state.conversation.lanes[0].isStreaming)
    harness.receive(.ended(.finished(reason: "stop")), for: harness.requests[0].id)
    harness.press("Esc")
    #expect(Self.shown(&harness) == ["|" + Self.all + "ten", "hm |two6 two9 "])
    #expect(harness.state.conversation.lanes[1].isStreaming)
    #expect(harness.state.conversation.ruler != nil)
    harness.press("Esc")
    #expect(harness.state.conversation.ruler == nil)
    #expect(harness.state.conversation.lanes[1].isStreaming)
  }

  @Test func isLiveWhileTextStreams() {
    var harness = Self.streaming()
    harness.press("^X t")
    #expect(harness.screen().contains("0.90 s, live"))
    harness.wait(milliseconds: 300)
    Self.tell(&harness, 1, "two12 ")
    #expect(harness.screen().contains("1.20 s, live"))
    #expect(Self.shown(&harness)[1] == "hm |two6 two9 two12 ")
  }

  @Test("shows a beginning of the text laid out as if it had just come", arguments: 0..<12)
  func laysOutABeginning(step: Int) {
    var long = WorkbenchHarness(rows: 30, columns: 100)
    long.say("go")
    long.receive(.phase(.sent), for: long.requests[0].id)
    let pieces = (0..<12).map { number in
      "## Part \(number)\n\n" + String(repeating: "Some *words* of it. ", count: 250) + "\n\n"
        + "```\nlet number = \(number)\n```\n\n"
    }
    for piece in pieces {
      long.wait(milliseconds: 100)
      Self.tell(&long, 0, piece)
    }
    var live = long
    long.receive(.ended(.finished(reason: "stop")), for: long.requests[0].id)
    long.press("^X t" + String(repeating: " ,", count: step + 1))
    _ = long.frame()
    // By another way: from the start on.
    live.press("^X t Home" + String(repeating: " .", count: 11 - step))
    #expect(long.state.shownTree[MessageID(1)].content == pieces[..<(11 - step)].joined())
    #expect(Self.rows(&long) == Self.rows(&live))
  }

  /// The lanes as they are drawn, without what stands beside them.
  private static func rows(_ harness: inout WorkbenchHarness) -> [Substring] {
    let area = harness.state.lanesArea
    let lines = harness.screen().split(separator: "\n", omittingEmptySubsequences: false)
    return lines[area.row..<area.endRow].map { $0.dropFirst(area.column) }
  }

  @Test func knowsTheTimesOfAKeptConversation() {
    let talk = Self.ended()
    let stored = StoredConversation(
      record: talk.state.keeping.record,
      messages: talk.state.tree.storedMessages
    )
    var harness = WorkbenchHarness(rows: 30, columns: 120) { $0.opening = .newest }
    harness.apply(.history(.opened(stored, for: .newest)))
    harness.press("^X t , ,")
    #expect(harness.screen().contains("0.30 s of 0.90 s"))
    #expect(Self.shown(&harness) == ["hm |"])
  }

  @Test func playsInRealTime() {
    var harness = Self.ended()
    harness.press("^X t Space")
    #expect(Self.shown(&harness) == ["|", "|"])
    harness.wait(milliseconds: 250)
    harness.apply(.tick)
    #expect(Self.shown(&harness) == ["|one1 one2 ", "|"])
    #expect(harness.state.nextTick != nil)
    harness.press("Space")
    harness.wait(milliseconds: 250)
    harness.apply(.tick)
    #expect(Self.shown(&harness) == ["|one1 one2 ", "|"])
    harness.press("Space")
    harness.wait(milliseconds: 2_000)
    harness.apply(.tick)
    #expect(Self.shown(&harness) == ["|" + Self.all, "hm |two6 two9 "])
    #expect(harness.state.nextTick == nil)
  }

  @Test func goesToWhereTheMousePoints() throws {
    var harness = Self.ended()
    harness.press("^X t")
    _ = harness.frame()
    let track = try #require(harness.state.rulerTrack)
    func point(_ kind: MouseEvent.Kind, row: Int, share: Double) {
      let column = track.column + Int(Double(track.columns) * share)
      harness.apply(.input(.mouse(MouseEvent(kind: kind, row: track.row + row, column: column))))
    }
    point(.press, row: 1, share: 0.4)
    #expect(Self.shown(&harness) == ["|one1 one2 one3 ", "hm |"])
    #expect(harness.state.conversation.focused == 1)
    point(.drag, row: 9, share: 0.7)
    #expect(Self.shown(&harness) == ["|one1 one2 one3 one4 one5 one6 ", "hm |two6 "])
    point(.release, row: 9, share: 1)
    point(.press, row: 0, share: 1)
    #expect(!harness.state.isInPast)
  }

  @Test func countsEachLaneFromItsOwnRequestWhenAskedOneByOne() {
    var harness = WorkbenchHarness(rows: 30, columns: 120, open: ["fast", "32k"])
    harness.press("^X f")
    harness.say("hi")
    for lane in [0, 1] {
      harness.receive(.phase(.sent), for: harness.requests[lane].id)
      harness.wait(milliseconds: 100)
      Self.tell(&harness, lane, "a")
      harness.wait(milliseconds: 100)
      Self.tell(&harness, lane, "b")
      harness.receive(.ended(.finished(reason: "stop")), for: harness.requests[lane].id)
    }
    harness.press("^X t Home .")
    #expect(Self.shown(&harness) == ["|a", "|a"])
  }

  @Test func keepsWhatNeedsWholeMessagesAway() {
    var harness = Self.ended()
    harness.press("^X t , y")
    #expect(harness.screen().contains("this is an earlier moment"))
    #expect(!harness.effects.contains { if case .copy = $0 { true } else { false } })
  }

  @Test func whatIsSaidInThePastIsSeen() {
    var harness = Self.ended()
    harness.press("^X t , i")
    harness.say("more")
    #expect(harness.requests.count == 4)
    #expect(!harness.state.isInPast)
    #expect(harness.screen().contains("more"))
  }

  @Test("goes back to the end for a lane that was not there", arguments: ["^X +", "^X M"])
  func newLanes(keys: String) {
    var harness = Self.ended()
    harness.press("^X t , , i \(keys)")
    harness.press("Enter")
    #expect(harness.screen().contains("3 lanes"))
    #expect(!harness.state.isInPast)
    harness.press("Tab i")
    harness.say("more")
    #expect(harness.screen().contains("more"))
  }

  @Test func blindModeComesBackFromThePast() {
    var harness = Self.ended()
    harness.press("^X t , , i ^X V")
    harness.say("more")
    #expect(harness.screen().contains("more"))
  }

  @Test func standsWhereItWasLeft() {
    var harness = Self.ended(rows: 16)
    harness.wait(milliseconds: 1_000)
    harness.press("Esc g")
    let before = harness.screen()
    harness.press("^X t , , Esc Esc")
    #expect(harness.screen() == before)
  }

  @Test func saysThatThereIsNothingYet() {
    var harness = WorkbenchHarness()
    harness.press("^X t")
    #expect(harness.screen().contains("nothing was asked yet"))
  }

  @Test("fits a small screen", arguments: [(24, 60), (12, 40), (8, 30), (6, 20)])
  func fitsASmallScreen(rows: Int, columns: Int) {
    var harness = Self.ended(rows: rows, columns: columns)
    harness.press("^X t , ,")
    #expect(harness.screen().split(separator: "\n").count <= rows)
  }
}
