import Conversation
import Support
import Testing
import Workbench

@Suite struct SlashTests {
  private static func harness() -> WorkbenchHarness {
    WorkbenchHarness { $0.themeNames = ["dark", "light", "plain"] }
  }

  @Test(
    "asks for what the same key asks for",
    arguments: [
      ("/quit", Effect.quit), ("/reload", .reloadConfiguration), ("/q", .quit),
      ("/theme dark", .keepChoices(Choices(preset: "fast", theme: "dark", isSidebarHidden: false))),
      (
        "/preset cloud",
        .keepChoices(Choices(preset: "cloud", theme: "plain", isSidebarHidden: false))
      ),
      ("/redraw", .redraw), ("/mouse", .captureMouse(false)),
    ]
  )
  func asks(text: String, effect: Effect) {
    var harness = Self.harness()
    harness.say(text)
    #expect(harness.effects.first == .keepPrompt(text))
    #expect(harness.effects.last == effect)
    #expect(harness.state.prompt.editor.isEmpty)
    #expect(harness.requests == [])
  }

  @Test(
    "refuses what it cannot do, and keeps what was typed",
    arguments: [
      ("/hlep", "there is no command /hlep; did you mean /help? //hlep \u{2026} is sent as text"),
      ("/xyzzy a", "there is no command /xyzzy; //xyzzy \u{2026} is sent as text"),
      ("/ne", "/ne may be /new, /next; //ne \u{2026} is sent as text"),
      ("/new x", "/new stands alone; //new \u{2026} is sent as text"),
      ("/reply.regenerate x", "/reply.regenerate stands alone"),
      ("/preset clod", "there is no preset \"clod\"; did you mean \"cloud\"?"),
      ("/theme xyzzy", "there is no theme \"xyzzy\"; F7 lists them"),
      ("/set temperature 9", "temperature: found \"9\", expected a number from 0 to 2"),
      ("/set temperatur 1", "there is no parameter \"temperatur\"; did you mean \"temperature\"?"),
      ("/set", "/set wants a parameter and its value, such as /set temperature 0.7"),
      ("/edit again", "nothing was asked yet"),
      ("/lanes fast x", "there is no preset \"x\"; F2 lists them"),
    ]
  )
  func refuses(text: String, sentence: String) {
    var harness = Self.harness()
    harness.say(text)
    #expect(harness.state.status?.text == sentence)
    #expect(harness.state.prompt.editor.text == text)
    #expect(harness.effects == [])
  }

  @Test(
    "sends as text what is no command",
    arguments: [("//new", "/new"), ("/etc/hosts?", "/etc/hosts?"), (" /new", " /new")]
  )
  func sends(text: String, message: String) {
    var harness = Self.harness()
    harness.say(text)
    #expect(harness.requests.map { $0.messages.last?.content } == [message])
    #expect(harness.effects.first == .keepPrompt(text))
  }

  @Test func changesWhatTheNextMessageIsSentWith() {
    var harness = Self.harness()
    harness.say("/set temperature 0.7")
    harness.say("/set top_p=0.5")
    harness.say("/set temperature=")
    harness.say("/system Be brief.")
    harness.say("/model qwen-big")
    harness.say("hi")
    let request = harness.requests.last
    #expect(request?.preset.parameters == [.topP: .number(0.5)])
    #expect(request?.preset.model == "qwen-big")
    #expect(request?.messages.map(\.content) == ["Be brief.", "hi"])
  }

  @Test func runsAtOnceWhileAReplyStreams() {
    var harness = Self.harness()
    harness.say("hi")
    harness.say("again")
    harness.say("/stop")
    #expect(harness.effects.last == .cancel(RequestID(0)))
    #expect(harness.state.prompt.editor.text == "again")
  }

  @Test func opensLanesAndEndsThem() {
    var harness = Self.harness()
    harness.say("/lanes cloud 32k")
    #expect(harness.state.conversation.lanes.map(\.preset.name) == ["cloud", "32k"])
    harness.say("/lanes fast")
    #expect(harness.state.conversation.lanes.map(\.preset.name) == ["fast"])
  }

  @Test func editsTheLastMessage() {
    var harness = Self.harness()
    harness.say("//one")
    harness.receive("answer")
    harness.end()
    harness.say("/edit")
    #expect(harness.state.prompt.editor.text == "//one")
    harness.press("Enter")
    harness.end()
    harness.say("/edit two")
    #expect(harness.requests.map { $0.messages.map(\.content) } == [["/one"], ["/one"], ["two"]])
  }

  @Test func aQueuedMessageComesBackAsItIsTyped() {
    var harness = Self.harness()
    harness.say("hi")
    harness.say("//text")
    harness.press("Up")
    #expect(harness.state.prompt.editor.text == "//text")
  }

  @Test func commandsAreInTheHistory() {
    var harness = Self.harness()
    harness.say("/set top_p 1")
    harness.press("Up")
    #expect(harness.state.prompt.editor.text == "/set top_p 1")
  }

  @Test func saysWhyNothingHappens() {
    var harness = Self.harness()
    harness.say("/copy")
    #expect(harness.state.status?.text == "no answer to copy yet")
    #expect(harness.state.prompt.editor.isEmpty)
  }
}
