import Broker
import Conversation
import DemoEndpoint
import Testing
import Workbench

@testable import weir

@Suite struct LinearSessionTests {
  /// An effect in a form that can be compared.
  enum Seen: Equatable {
    case say(String)
    case write(String)
    case send(request: Int, preset: String, texts: [String])
    case cancel(Int)
    case quit
  }

  private var session = LinearSession(
    presets: DemoPresets.presets(port: 1),
    chosen: Array(DemoPresets.presets(port: 1).prefix(1))
  )

  private mutating func type(_ text: String) -> [Seen] {
    session.take(LineAssembler.Entry(text: text)).map(\.seen)
  }

  private mutating func receive(_ kind: StreamEvent.Kind, request: Int = 1) -> [Seen] {
    let time = MonotonicTime(nanoseconds: 1)
    let event = StreamEvent(request: RequestID(request), time: time, kind: kind)
    return session.take(event).map(\.seen)
  }

  private mutating func answer(_ text: String, request: Int) {
    let delta = Delta(channel: .content, text: text, time: MonotonicTime(nanoseconds: 1))
    _ = receive(.delta(delta), request: request)
    _ = receive(.ended(.finished(reason: "stop")), request: request)
  }

  @Test mutating func sendsWhatIsTyped() {
    #expect(
      type("hi")
        == [.say("tour (canned):"), .send(request: 1, preset: "tour", texts: ["hi"])]
    )
    #expect(session.isBusy)
  }

  @Test mutating func ignoresEmptyLines() {
    #expect(type("  ") == [])
  }

  @Test mutating func twoSlashesSendOne() {
    #expect(type("//hi").last == .send(request: 1, preset: "tour", texts: ["/hi"]))
  }

  @Test mutating func writesTheAnswerAndEndsItsLine() {
    _ = type("hi")
    let delta = Delta(channel: .content, text: "yes", time: MonotonicTime(nanoseconds: 1))
    #expect(receive(.delta(delta)) == [.write("yes")])
    #expect(receive(.ended(.finished(reason: "stop"))) == [.say("")])
    #expect(!session.isBusy)
  }

  @Test mutating func announcesReasoningOnce() {
    _ = type("hi")
    let delta = Delta(channel: .reasoning, text: "hm", time: MonotonicTime(nanoseconds: 1))
    #expect(receive(.delta(delta)) == [.say("it reasons first; /reasoning shows that afterwards")])
    #expect(receive(.delta(delta)) == [])
    _ = receive(.ended(.finished(reason: nil)))
    #expect(type("/reasoning") == [.say("hmhm")])
  }

  @Test mutating func continuesWithTheWordsWhereTheServerTakesThem() {
    session.lanes[0].preset.endpoint.prefill = .message
    _ = type("count")
    answer("one, two,\n", request: 1)
    #expect(
      type("/continue").last
        == .send(request: 2, preset: "tour", texts: ["count", "one, two,"])
    )
    answer(" three", request: 2)
    #expect(session.lanes[0].leaf.map { session.tree[$0].content } == "one, two, three")
  }

  @Test mutating func saysThatARefusedMessageIsLeftOut() {
    _ = type("too long")
    let error = ReplyError(kind: .api, source: "demo", problem: "413, too long", status: 413)
    let said = receive(.ended(.failed(error)))
    #expect(
      said == [
        .say(
          "api: demo: 413, too long; the message is left out of what is sent from now on, "
            + "/edit asks another in its place"
        )
      ]
    )
    #expect(type("short").last == .send(request: 2, preset: "tour", texts: ["short"]))
  }

  @Test mutating func ignoresEventsOfADeadRequest() {
    _ = type("hi")
    answer("yes", request: 1)
    #expect(receive(.notice("late"), request: 1) == [])
    #expect(receive(.notice("never"), request: 9) == [])
  }

  @Test mutating func queuesWhatIsTypedWhileAnAnswerStreams() {
    _ = type("one")
    #expect(type("two") == [.say("queued until this answer has ended")])
    #expect(
      receive(.ended(.incomplete))
        == [
          .say("the answer is incomplete; /continue or /regenerate"), .say("tour (canned):"),
          .send(request: 2, preset: "tour", texts: ["one\n\ntwo"]),
        ]
    )
  }

  @Test mutating func stoppingForgetsTheQueue() {
    _ = type("one")
    _ = type("two")
    #expect(session.interrupt().map(\.seen) == [.cancel(1)])
    #expect(receive(.ended(.cancelled)) == [.say("stopped")])
    #expect(type("/stop") == [.say("nothing streams; /quit leaves")])
  }

  @Test mutating func regeneratesAsASibling() {
    _ = type("hi")
    answer("one", request: 1)
    #expect(type("/regenerate").last == .send(request: 2, preset: "tour", texts: ["hi"]))
    answer("two", request: 2)
    #expect(
      type("/previous") == [.say("answer 1 of 2, tour (canned):"), .write("one"), .say("")]
    )
    #expect(type("/previous") == [.say("there is no other that way")])
    #expect(
      type("more").last == .send(request: 3, preset: "tour", texts: ["hi", "one", "more"])
    )
  }

  @Test mutating func editsTheLastMessageAsASibling() {
    _ = type("a")
    answer("b", request: 1)
    _ = type("c")
    answer("d", request: 2)
    #expect(type("/edit e").last == .send(request: 3, preset: "tour", texts: ["a", "b", "e"]))
  }

  @Test mutating func continuesWithAnotherPreset() {
    _ = type("hi")
    answer("one", request: 1)
    #expect(type("/preset slow") == [.say("goes on with slow (canned): slow at demo, in use")])
    #expect(type("more").last == .send(request: 2, preset: "slow", texts: ["hi", "one", "more"]))
  }

  @Test mutating func lanesAnswerOneAfterAnother() {
    #expect(type("/lanes tour slow") == [.say("asks tour (canned), then slow (canned)")])
    #expect(type("hi").last == .send(request: 1, preset: "tour", texts: ["hi"]))
    #expect(
      receive(.ended(.finished(reason: "stop")), request: 1).last
        == .send(request: 2, preset: "slow", texts: ["hi"])
    )
    answer("by slow", request: 2)
    #expect(type("more").last == .send(request: 3, preset: "tour", texts: ["hi\n\nmore"]))
    #expect(
      receive(.ended(.finished(reason: "stop")), request: 3).last
        == .send(request: 4, preset: "slow", texts: ["hi", "by slow", "more"])
    )
  }

  @Test mutating func sendsTheSystemPromptAndParameters() {
    #expect(type("/system be brief") == [.say("the system prompt is set")])
    #expect(type("/set temperature=0.5") == [.say("temperature=0.5 is set")])
    #expect(type("/set temperature 0.5") == [.say("temperature=0.5 is set")])
    #expect(
      type("/set temperature=5")
        == [.say("temperature wants a number from 0 to 2, and not 5")]
    )
    #expect(session.lanes[0].preset.parameters == [.temperature: .number(0.5)])
    #expect(type("hi").last == .send(request: 1, preset: "tour", texts: ["be brief", "hi"]))
  }

  @Test mutating func waitsWithWhatWouldMoveAway() {
    _ = type("hi")
    for command in ["/new", "/regenerate", "/edit x", "/continue", "/previous", "/lanes slow"] {
      #expect(type(command) == [.say("an answer streams; /stop it first")])
    }
  }

  @Test(arguments: [
    ("/qu", [Seen.quit]), ("/x", [.say("there is no command /x; /help lists them")]),
    ("/zoom", [.say("there is no command /zoom; /help lists them")]),
    ("/hepl", [.say("there is no command /hepl; did you mean /help?")]),
    ("/pre", [.say("/pre may be /presets, /preset, /previous")]),
  ])
  func findsCommandsByTheirBeginning(text: String, seen: [Seen]) {
    var session = session
    #expect(session.take(LineAssembler.Entry(text: text)).map(\.seen) == seen)
  }

  @Test mutating func helpExplainsWhatWorksWithoutAScreen() {
    let lines = type("/help")
    #expect(lines.count == SlashCommand.allCases.filter(\.worksInLines).count + 1)
    #expect(lines.contains(.say("/set KEY VALUE: set a parameter, such as temperature 0.7")))
  }

  @Test mutating func aPathIsNoCommand() {
    #expect(type("/etc/hosts?").last == .send(request: 1, preset: "tour", texts: ["/etc/hosts?"]))
  }
}

extension LinearEffect {
  fileprivate var seen: LinearSessionTests.Seen {
    switch self {
    case .say(let line): .say(line)
    case .write(let text): .write(text)
    case .send(let request):
      .send(
        request: request.id.rawValue,
        preset: request.preset.name,
        texts: request.messages.map(\.content)
      )
    case .cancel(let id): .cancel(id.rawValue)
    case .quit: .quit
    }
  }
}
