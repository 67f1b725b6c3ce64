import Conversation
import Support
import Testing

@testable import Workbench

/// Nothing on the screen may tell whose answers are whose before the vote.
@Suite struct BlindModeTests {
  private static let sizes = [(40, 120), (24, 80), (50, 200), (12, 40)]

  /// What would tell: the names begin with qz; the figures with these.
  private func leaks(_ harness: inout WorkbenchHarness) -> [String] {
    var found: [String] = []
    let texts = [harness.screen(), harness.state.status?.text ?? ""]
    for text in texts {
      for line in text.split(separator: "\n")
      where ["qz", "TTFT", "tok/s", "deltas/s", " ms"].contains(where: { line.contains($0) }) {
        found.append(String(line))
      }
    }
    return found
  }

  @Test("hides names and figures while lanes wait, stream and end", arguments: sizes)
  func hides(rows: Int, columns: Int) {
    var harness = Compared.asked(rows: rows, columns: columns, keys: "^X V")
    #expect(leaks(&harness) == [])
    let requests = harness.requests
    for request in requests {
      harness.receive(.phase(.sent), for: request.id)
      harness.wait(milliseconds: 300)
      harness.receive(
        .delta(Delta(channel: .content, text: "word ", time: harness.now)),
        for: request.id
      )
      harness.apply(.tick)
      #expect(leaks(&harness) == [])
    }
    harness.receive(.notice("qzant-host knows no stream_options"), for: requests[0].id)
    harness.receive(.model("qzant-model-2"), for: requests[0].id)
    harness.receive(.ended(.finished(reason: "qz-stop")), for: requests[0].id)
    let error = ReplyError(kind: .api, source: "qzbee", problem: "500, qzbee-host")
    harness.receive(.ended(.failed(error)), for: requests[1].id)
    #expect(leaks(&harness) == [])
    harness.receive(.ended(.incomplete), for: requests[2].id)
    for _ in 0..<3 {
      #expect(leaks(&harness) == [])
      harness.press("^X Tab")
    }
  }

  @Test func endsWhereOneLaneIsLeft() {
    var harness = Compared.answered(lanes: 2, keys: "^X V")
    harness.press("^X -")
    #expect(harness.state.conversation.blind == nil)
  }

  @Test("no key shows what is hidden", arguments: CommandTable.commands)
  func keys(command: Command) throws {
    guard [.everywhere, .leader, .conversation, .sidebar].contains(command.context),
      ![.toggleBlindMode, .quit].contains(command.id)
    else { return }
    var harness = Compared.answered(keys: "^X V")
    harness.press("Esc")
    let keys = harness.state.keyMap.keys(for: command.id)
    if command.context == .leader { harness.press("^X") }
    for key in keys.prefix(1) { harness.apply(.input(.key(key))) }
    #expect(harness.state.conversation.blind?.isHidden == true)
    #expect(leaks(&harness) == [])
    harness.press("Enter")
    if harness.state.hidesNames { #expect(leaks(&harness) == []) }
  }

  @Test(
    "no command that is typed shows it",
    arguments: SlashCommand.allCases.filter { $0 != .blind && $0 != .quit }
  )
  func typed(command: SlashCommand) {
    for argument in ["", " temperature 1", " elsewhere"] {
      var harness = Compared.answered(keys: "^X V")
      harness.say("/\(command.rawValue)\(argument)")
      #expect(harness.state.hidesNames)
      // What the user has typed stays in the prompt.
      #expect(leaks(&harness) == [])
    }
  }

  @Test func theVoteShowsWhoItWasFor() throws {
    var harness = Compared.answered(keys: "^X V")
    harness.press("^X v")
    #expect(harness.screen().contains("lane 3"))
    #expect(leaks(&harness) == [])
    harness.press("2 Enter")
    let winner = try #require(harness.votes.first?.winner)
    #expect(harness.votes.first?.isBlind == true)
    #expect(
      harness.state.status?.text
        == "voted, lane 2 is the best: it is 2 \(winner.preset)"
    )
    #expect(winner.preset == harness.state.conversation.lanes[1].preset.name)
    #expect(!harness.state.hidesNames)
    #expect(harness.screen().contains("2 \(winner.preset) \u{2605} best"))
  }

  @Test func theNextMessageHidesThemAgain() {
    var harness = Compared.answered(keys: "^X V")
    harness.press("^X v t Enter")
    #expect(!harness.state.hidesNames)
    harness.say("And now?")
    #expect(harness.state.hidesNames)
    #expect(leaks(&harness) == [])
  }

  @Test func lanesAreShuffledAndComeBackInTheirOrder() {
    var harness = Compared.answered()
    let names = harness.state.conversation.lanes.map(\.preset.name)
    var orders: Set<[String]> = []
    for _ in 0..<40 {
      harness.press("^X V")
      orders.insert(harness.state.conversation.lanes.map(\.preset.name))
      harness.press("^X V")
      #expect(harness.state.conversation.lanes.map(\.preset.name) == names)
    }
    #expect(orders.count == 6)
  }

  @Test func theOrderOfAskingIsHiddenToo() {
    var harness = Compared.answered()
    #expect(harness.screen().contains("1 of 3"))
    harness.press("^X V")
    let headings = harness.screen().split(separator: "\n").filter { $0.contains("answer") }
    #expect(headings.count == 1)
    #expect(headings.filter { $0.contains("of 3") } == [])
    #expect(leaks(&harness) == [])
  }

  @Test func aNewConversationIsBlindToo() {
    var harness = Compared.answered(keys: "^X V")
    harness.press("^X n")
    #expect(harness.state.hidesNames)
    #expect(leaks(&harness) == [])
  }

  @Test func aMessageForSomebodyElsewhereNamesNobody() {
    var harness = WorkbenchHarness(
      presets: Compared.presets,
      open: Compared.presets.map(\.name)
    ) { start in
      start.notifications.means = .osc9
      start.notifications.moment = .always
      start.notifications.leastMilliseconds = 0
    }
    harness.press("^X V")
    harness.say("hi")
    Compared.answer(&harness)
    let notices = harness.effects.compactMap { effect -> String? in
      if case .notify(let line, _) = effect { line } else { nil }
    }
    #expect(notices.count == 1)
    #expect(!notices.joined().contains("qz"))
  }
}
