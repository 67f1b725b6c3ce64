import Conversation
import Support
import Testing
import Workbench

/// F6: the figures of the turn's answers.
@Suite struct TurnTableTests {
  /// Three lanes: the first answers after 100 ms in 5 tokens, the second after 50 ms in 20, the third fails.
  private static func answered() -> WorkbenchHarness {
    var presets = WorkbenchHarness.presets
    presets[1].price = Price(input: 10, output: 100)
    var harness = WorkbenchHarness(
      rows: 30,
      columns: 160,
      presets: presets,
      open: ["fast", "32k", "cloud"]
    )
    harness.say("hi")
    for request in harness.requests { harness.receive(.phase(.sent), for: request.id) }
    harness.wait(milliseconds: 50)
    Self.tell(&harness, 1, "bb", tokens: 20)
    harness.wait(milliseconds: 50)
    Self.tell(&harness, 0, "a", tokens: 5)
    let error = ReplyError(kind: .api, source: "openrouter", problem: "500")
    harness.receive(.ended(.failed(error)), for: harness.requests[2].id)
    return harness
  }

  private static func tell(
    _ harness: inout WorkbenchHarness,
    _ lane: Int,
    _ text: String,
    tokens: Int
  ) {
    let request = harness.requests[lane].id
    harness.receive(.delta(Delta(channel: .content, text: text, time: harness.now)), for: request)
    let usage = Usage(promptTokens: 1_000, completionTokens: tokens)
    harness.receive(.usage(usage), for: request)
    harness.receive(.ended(.finished(reason: "stop")), for: request)
  }

  private static func table(_ harness: WorkbenchHarness) throws -> TurnTable {
    guard case .figures(let table)? = harness.state.overlay else {
      throw Missing()
    }
    return table
  }

  private struct Missing: Error {}

  @Test func showsTheAnswerOfEveryLane() throws {
    var harness = Self.answered()
    harness.press("F6")
    let screen = harness.screen()
    #expect(screen.contains("figures of turn 1, asked in parallel"))
    let table = try Self.table(harness)
    #expect(table.rows.map { $0.texts[.firstDelta] ?? "" } == ["100 ms", "50 ms", ""])
    #expect(table.rows.map { $0.texts[.tokens] ?? "" } == ["5", "20", "0 \u{394}"])
    #expect(table.rows.map { $0.texts[.cost] ?? "" } == ["", "0.012", ""])
    #expect(table.rows.map { $0.texts[.ending] ?? "" } == ["stop", "stop", "api error"])
  }

  @Test func sortsByAnyColumnWithWhatIsMissingLast() throws {
    var harness = Self.answered()
    harness.press("F6 l l")
    #expect(try Self.table(harness).rows.map(\.lane) == [1, 0, 2])
    harness.press("r")
    #expect(try Self.table(harness).rows.map(\.lane) == [0, 1, 2])
    #expect(harness.screen().contains("\u{2588}"))
    harness.press("h h")
    #expect(try Self.table(harness).rows.map(\.lane) == [2, 1, 0])
  }

  @Test func goesToTheLaneOfTheRow() {
    var harness = Self.answered()
    harness.press("F6 j Enter")
    #expect(harness.state.conversation.focused == 1)
    #expect(harness.state.overlay == nil)
  }

  @Test func takesAnswersThatNoLaneShows() throws {
    var harness = Self.answered()
    harness.press("F5")
    Self.tell(&harness, 3, "again", tokens: 7)
    harness.press("F6")
    let table = try Self.table(harness)
    #expect(table.rows.map(\.lane) == [0, 1, 2, nil])
    #expect(table.rows.map { $0.texts[.tokens] ?? "" } == ["7", "20", "0 \u{394}", "5"])
  }

  @Test func copiesTheTable() {
    var harness = Self.answered()
    harness.press("F6 y")
    guard case .copy(let text, let what)? = harness.effects.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(what == "the figures")
    #expect(text.split(separator: "\n").count == 4)
    #expect(text.hasPrefix("#\tpreset\tTTFT\trate"))
  }

  @Test func saysThatThereIsNothingYet() {
    var harness = WorkbenchHarness()
    harness.press("F6")
    #expect(harness.screen().contains("nothing was answered yet"))
  }

  @Test(arguments: [(24, 60), (12, 40), (6, 20)])
  func fitsASmallScreen(rows: Int, columns: Int) {
    var harness = Self.answered()
    harness.apply(.resized(ScreenSize(rows: rows, columns: columns)))
    harness.press("F6 l l")
    #expect(harness.screen().contains("TTFT") || columns < 30)
  }
}
