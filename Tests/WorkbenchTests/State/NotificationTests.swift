import Conversation
import Support
import Testing
import Workbench

@Suite struct NotificationTests {
  private static func harness(
    _ settings: NotificationSettings = NotificationSettings(),
    open: [String] = ["fast", "32k"]
  ) -> WorkbenchHarness {
    WorkbenchHarness(open: open) { $0.notifications = settings }
  }

  private static let failure = ReplyError(
    kind: .api,
    source: "openrouter",
    problem: "429, and what the server wrote"
  )

  private static func notices(of harness: WorkbenchHarness) -> [Effect] {
    harness.effects.filter { if case .notify = $0 { true } else { false } }
  }

  @Test func tellsOnceWhenTheLastOfTheStreamsEndsOutOfSight() {
    var harness = Self.harness(NotificationSettings(means: .both))
    harness.apply(.input(.focus(false)))
    harness.say("a secret")
    harness.wait(milliseconds: 30_000)
    harness.receive(.ended(.finished(reason: "stop")), for: RequestID(0))
    #expect(Self.notices(of: harness) == [])
    harness.wait(milliseconds: 42_000)
    harness.receive(.ended(.failed(Self.failure)), for: RequestID(1))
    #expect(
      Self.notices(of: harness) == [
        .notify("weir: fast finished, 32k failed (api) after 1 min 12 s", by: .both)
      ]
    )
  }

  @Test(
    "says how the answer ended",
    arguments: [
      (.finished(reason: "stop"), "finished"), (.finished(reason: nil), "finished"),
      (.finished(reason: "length"), "reached its token limit"),
      (.finished(reason: "content_filter"), "was stopped by the server's content filter"),
      (.incomplete, "was cut off"), (.failed(failure), "failed (api)"),
    ] as [(Ending, String)]
  )
  func saysHow(ending: Ending, words: String) {
    var harness = Self.harness(open: ["fast"])
    harness.apply(.input(.focus(false)))
    harness.say("hi")
    harness.wait(milliseconds: 5_000)
    harness.end(ending)
    #expect(Self.notices(of: harness) == [.notify("weir: fast \(words) after 5 s", by: .bell)])
  }

  @Test func countsManyAnswers() {
    var harness = Self.harness(open: ["fast", "32k", "cloud", "fast"])
    harness.press("^X a ^X a")
    harness.apply(.input(.focus(false)))
    harness.say("hi")
    harness.wait(milliseconds: 9_000)
    let requests = harness.requests
    for request in requests.dropLast() { harness.receive(.ended(.incomplete), for: request.id) }
    harness.end(.failed(Self.failure))
    #expect(
      Self.notices(of: harness) == [
        .notify("weir: \(requests.count) answers ended, 1 of them failed, after 9 s", by: .bell)
      ]
    )
  }

  @Test func whatWaitedBelongsToTheSameRun() {
    var harness = Self.harness(open: ["fast"])
    harness.apply(.input(.focus(false)))
    harness.say("one")
    harness.say("two")
    harness.wait(milliseconds: 4_000)
    harness.end()
    #expect(Self.notices(of: harness) == [])
    harness.wait(milliseconds: 4_000)
    harness.end()
    #expect(
      Self.notices(of: harness) == [
        .notify("weir: fast finished, fast finished after 8 s", by: .bell)
      ]
    )
  }

  @Test(
    "is silent",
    arguments: [
      (NotificationSettings(), 60_000, [true]), (NotificationSettings(), 60_000, [false, true]),
      (NotificationSettings(), 60_000, []), (NotificationSettings(), 4_999, [false]),
      (NotificationSettings(means: .off, moment: .always), 60_000, [false]),
    ] as [(NotificationSettings, Double, [Bool])]
  )
  func isSilent(settings: NotificationSettings, milliseconds: Double, focus: [Bool]) {
    var harness = Self.harness(settings, open: ["fast"])
    for isFocused in focus { harness.apply(.input(.focus(isFocused))) }
    harness.say("hi")
    harness.wait(milliseconds: milliseconds)
    harness.end()
    #expect(Self.notices(of: harness) == [])
  }

  @Test func isSilentAboutWhatWasStopped() {
    var harness = Self.harness(NotificationSettings(moment: .always, leastMilliseconds: 0))
    harness.say("hi")
    harness.press("^C ^X z")
    for request in harness.requests { harness.receive(.ended(.cancelled), for: request.id) }
    #expect(Self.notices(of: harness) == [])
  }

  @Test func tellsInAnyCaseWhereTheFocusIsNotReported() {
    var harness = Self.harness(
      NotificationSettings(means: .osc9, moment: .always, leastMilliseconds: 0),
      open: ["fast"]
    )
    harness.say("hi")
    harness.end()
    #expect(Self.notices(of: harness) == [.notify("weir: fast finished after 0 s", by: .osc9)])
  }
}
