import Conversation
import Support
import Testing
import Workbench

@Suite struct FiguresTests {
  private static let request = RequestID(0)

  @Test func areTakenAtTheFirstDeltaAndThenFourTimesASecond() {
    var harness = WorkbenchHarness()
    var counts: [Int] = []
    harness.say("go")
    for _ in 0..<6 {
      let delta = Delta(channel: .content, text: "a ", time: harness.now)
      harness.receive(.delta(delta), for: Self.request)
      counts.append(harness.state.conversation.lanes[0].figures.deltaCount)
      harness.wait(milliseconds: 125)
    }
    #expect(counts == [1, 1, 3, 3, 5, 5])
  }

  @Test func nothingTicksWhileNothingStreams() {
    var harness = WorkbenchHarness()
    #expect(harness.state.nextTick == nil)
    harness.say("go")
    #expect(harness.state.nextTick != nil)
    harness.end()
    #expect(harness.state.nextTick == nil)
  }

  @Test func saysHowLongItWaitsAndThatTheServerIsAlive() {
    var harness = WorkbenchHarness(rows: 40, columns: 120)
    harness.say("go")
    harness.receive(.phase(.sent), for: Self.request)
    harness.wait(milliseconds: 43_000)
    harness.apply(.tick)
    #expect(harness.screen().contains("waiting 43 s "))
    harness.receive(.keepAlive, for: Self.request)
    harness.wait(milliseconds: 1_000)
    harness.apply(.tick)
    #expect(harness.screen().contains("waiting 44 s, keep-alive"))
  }

  @Test func showsHowMuchOfThePromptWasRead() {
    var harness = WorkbenchHarness(rows: 40, columns: 120)
    harness.say("go")
    let progress = PrefillProgress(total: 200, cached: 0, processed: 90, milliseconds: 5)
    harness.receive(.prefill(progress), for: Self.request)
    harness.wait(milliseconds: 300)
    harness.apply(.tick)
    #expect(harness.screen().contains("reading the prompt 45 %"))
  }

  @Test func countsDownToTheNextAttempt() {
    var harness = WorkbenchHarness(rows: 40, columns: 120)
    harness.say("go")
    let reason = ReplyError(kind: .api, source: "s", problem: "429")
    let retry = Retry(attempt: 2, time: harness.now.adding(milliseconds: 5_000), reason: reason)
    harness.receive(.retrying(retry), for: Self.request)
    harness.wait(milliseconds: 2_000)
    harness.apply(.tick)
    #expect(harness.screen().contains("retry 1 in 3 s"))
    harness.press("Esc")
    #expect(harness.effects.last == .cancel(Self.request))
  }

  @Test func countsTokensOnlyWhereTheServerDid() {
    var harness = WorkbenchHarness(rows: 40, columns: 120)
    harness.say("go")
    harness.receive("a ")
    harness.wait(milliseconds: 1_000)
    harness.receive("b")
    harness.wait(milliseconds: 1_000)
    harness.apply(.tick)
    #expect(harness.screen().contains("2 deltas"))
    harness.receive(.usage(Usage(promptTokens: 7, completionTokens: 11)), for: Self.request)
    harness.end()
    #expect(harness.screen().contains("10.0 tok/s  11 tok"))
    #expect(harness.screen().contains("7 + 11"))
  }

  @Test func leaveOutTheTimeInWhichTheProgramStoodStill() {
    var harness = WorkbenchHarness()
    harness.say("go")
    for _ in 0..<20 {
      harness.receive("a ")
      harness.wait(milliseconds: 20)
    }
    harness.wait(milliseconds: 60_000)
    harness.apply(.resumed)
    harness.receive("b ")
    #expect(harness.state.conversation.lanes[0].meter.stallCount == 0)
    harness.wait(milliseconds: 60_000)
    harness.receive("c ")
    #expect(harness.state.conversation.lanes[0].meter.stallCount == 1)
  }
}
