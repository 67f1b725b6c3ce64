import Conversation
import Panes
import Support
import Workbench

/// A workbench that shows one text in every place where text comes from outside.
struct NastyScene: Sendable {
  let name: String
  private let play: @Sendable (inout WorkbenchHarness, String) -> Void

  static let all = [
    NastyScene(name: "a finished conversation", play: converse),
    NastyScene(name: "a stream and a queue") { harness, text in
      harness.say("x")
      stream(text, in: &harness)
      paste(text, in: &harness)
      harness.press("Enter")
    },
    NastyScene(name: "a prompt") { harness, text in paste(text + "\n" + text, in: &harness) },
    NastyScene(name: "a notice") { harness, text in harness.apply(.report(StatusMessage(text))) },
    NastyScene(name: "lanes") { harness, text in
      harness.press("F3")
      converse(&harness, text)
    },
    NastyScene(name: "presets") { harness, text in pick("F2", text, &harness) },
    NastyScene(name: "commands") { harness, text in pick("Alt-x", text, &harness) },
    NastyScene(name: "themes") { harness, text in pick("F7", text, &harness) },
    NastyScene(name: "search in history") { harness, text in
      converse(&harness, text)
      harness.press("^R")
    },
    NastyScene(name: "system prompt") { harness, text in
      harness.press("^X y")
      paste(text, in: &harness)
    },
    NastyScene(name: "chips", play: attach),
    NastyScene(name: "files of a message") { harness, text in
      harness.say("see @a.md")
      let path = AttachmentPath("a.md")
      let file = AttachedFile(name: text, sizeInBytes: 9, content: .text(text + "\n" + text))
      harness.read([AttachmentReading(path, .success(file))])
      stream(text, in: &harness)
      harness.end()
      harness.wait(milliseconds: 1_000)
      harness.press("Tab K z")
    },
    NastyScene(name: "a list of files") { harness, text in
      harness.type("Read @")
      harness.press("Tab")
      let names = [text, text + "2", "plain"]
      let entries = names.map { FileListing.Entry(name: $0, isDirectory: $0 == text) }
      let query = FileQuery(directory: "", prefix: "")
      harness.apply(.filesListed(FileListing(query: query, entries: entries)))
    },
    NastyScene(name: "a list of presets") { harness, _ in
      harness.type("/preset ")
      harness.press("Tab")
    },
    NastyScene(name: "leader") { harness, text in
      converse(&harness, text)
      harness.press("^X")
      harness.wait(milliseconds: 300)
      harness.apply(.tick)
    },
    NastyScene(name: "search in the conversation") { harness, text in
      converse(&harness, text)
      harness.wait(milliseconds: 1_000)
      harness.press("Tab /")
      harness.type(String(text.prefix(5).filter { !$0.isNewline }))
    },
    NastyScene(name: "sidebar") { harness, _ in harness.press("Shift-Tab j j e") },
  ]

  private init(name: String, play: @escaping @Sendable (inout WorkbenchHarness, String) -> Void) {
    self.name = name
    self.play = play
  }

  func harness(with text: String, size: ScreenSize) -> WorkbenchHarness {
    var harness = WorkbenchHarness(
      rows: size.rows,
      columns: size.columns,
      presets: Self.presets(named: text),
      open: []
    ) { start in
      let edge = Style(foreground: .palette(201))
      start.theme = Theme(name: "edges", styles: [.borderFocused: edge])
      start.themeNames = [text, "b"]
      start.history = [text]
      start.problems = [text]
      start.showsReasoning = true
    }
    harness.apply(.modelsListed(endpoint: text, models: [ModelInfo(id: text), ModelInfo(id: "m")]))
    play(&harness, text)
    return harness
  }

  private static func presets(named text: String) -> [Preset] {
    ["", "2", "3"].map { suffix in
      let endpoint = Endpoint(name: text, url: "http://\(text)/v1")
      var preset = Preset(name: text + suffix, endpoint: endpoint, model: text)
      preset.system = text
      preset.parameters = [.stop: .string(text), .reasoningEffort: .string(text)]
      return preset
    }
  }

  private static func paste(_ text: String, in harness: inout WorkbenchHarness) {
    harness.apply(.input(.paste(text)))
  }

  /// Names of files in the prompt, and a paste that is folded there.
  private static func attach(_ harness: inout WorkbenchHarness, _ text: String) {
    harness.type("see @a.md and @b.png ")
    harness.apply(
      .attachmentsInspected([
        AttachmentPath("a.md"): .problem(.missing),
        AttachmentPath("b.png"): .image(.png, name: text, sizeInBytes: 1_840_000),
      ])
    )
    paste(String(repeating: text + "\n", count: 40), in: &harness)
    paste("@" + text, in: &harness)
  }

  private static func pick(_ key: String, _ text: String, _ harness: inout WorkbenchHarness) {
    converse(&harness, text)
    harness.press(key)
    harness.type(String(text.prefix(3).filter { !$0.isNewline }))
  }

  private static func stream(_ text: String, in harness: inout WorkbenchHarness) {
    guard let request = harness.requests.last?.id else { return }
    harness.receive(.phase(.sent), for: request)
    for channel in [Delta.Channel.reasoning, .content] {
      let delta = Delta(channel: channel, text: text + "\n" + text, time: harness.now)
      harness.receive(.delta(delta), for: request)
    }
  }

  private static func converse(_ harness: inout WorkbenchHarness, _ text: String) {
    paste(text, in: &harness)
    harness.press("Enter")
    stream(text, in: &harness)
    guard let request = harness.requests.last?.id else { return }
    harness.receive(.notice(text), for: request)
    let error = ReplyError(kind: .api, source: text, problem: text)
    harness.receive(.ended(.failed(error)), for: request)
  }
}
