import Archive
import ArgumentParser
import Conversation
import Glibc

/// `weir ask`: one answer on standard output, for scripts and pipes.
struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Ask once, and stream the answer to standard output.",
    discussion: """
      Standard input is appended to the prompt. Nothing but the answer goes to standard output. \
      Exits with 0 when the answer is whole or ends at its token limit, 2 for wrong usage, 3 when \
      the endpoint fails or the answer is incomplete, 4 at a time limit, 130 when interrupted \
      (143 by SIGTERM, 129 by SIGHUP).
      """
  )

  @Option(
    name: .shortAndLong,
    help: "The preset to ask; a demo such as `tour` will do.",
    completion: .presets
  )
  var preset: String?

  @Option(help: "The base URL of an endpoint, in place of a preset; goes with --model.")
  var url: String?

  @Option(help: "The model, over the preset's.")
  var model: String?

  @Option(help: "The environment variable that holds the key for --url.")
  var keyEnv: String?

  @Option(name: .shortAndLong, help: "The system prompt, over the preset's.")
  var system: String?

  @Option(
    name: [.short, .long, .customLong("attach")],
    help: "A file for the prompt, under its name, or an image; repeatable.",
    completion: .file()
  )
  var file: [String] = []

  @Option(
    name: [.customShort("o"), .long],
    help: "A parameter as key=value; an unknown key is sent as it is. Repeatable."
  )
  var option: [String] = []

  @OptionGroup var history: HistoryChoice

  @OptionGroup var recording: RecordingChoice

  @Flag(help: "Print one JSON object at the end.")
  var json = false

  @Flag(help: "Show reasoning on standard error.")
  var reasoning = false

  @Argument(help: "The prompt.")
  var prompt: [String] = []

  func run() throws {
    try StandardOutput.check()
    let settings = LoadedSettings()
    settings.reportProblems()
    let demo = try? DemoChild()
    var request: AskRequest
    let recorder: ReplyRecorder?
    do throws(UsageProblem) {
      let archive = Archive(path: settings.paths.archiveFile)
      archive.keepRawBytes(atMost: settings.configuration.recording.mostRawBytes)
      let conversation = try history.load(from: archive)
      request = AskRequest(
        preset: try choice(after: conversation)
          .preset(in: settings.configuration, demos: demo?.presets ?? []),
        prompt: try readPrompt(),
        conversation: conversation,
        archive: history.offTheRecord ? nil : archive
      )
      try request.checkImages()
      try request.preset.endpoint.checkKey(in: settings.environment)
      recorder = try recording.recorder()
    } catch {
      throw error.reported()
    }
    // Only now, so that signals still end the reading of standard input.
    let exchange = Exchange(environment: settings.environment, demo: demo, recorder: recorder)
    var status = request.run(over: exchange, as: json ? .object : .text, channels: channels)
    if let recorder { status = recorder.report(over: status) }
    if status != .success { throw status.code }
  }

  private var channels: ReplyPrinter.Channels {
    var channels: ReplyPrinter.Channels = json ? [] : [.content]
    if reasoning { channels.insert(.reasoning) }
    return channels
  }

  /// A conversation goes on with the preset that answered last, where it is still there and the options name none.
  private func choice(after conversation: StoredConversation?) -> PresetChoice {
    let last = conversation?.messages.max { $0.key < $1.key }?.reply?.preset.name
    return PresetChoice(
      name: preset,
      last: last,
      url: url,
      model: model,
      keyEnvironment: keyEnv,
      system: system,
      parameters: option
    )
  }

  private func readPrompt() throws(UsageProblem) -> UserMessage {
    var prompt = AskPrompt(words: self.prompt)
    for path in file {
      prompt.attachments.append(AttachedFile(name: path, bytes: try InputText.bytes(path: path)))
    }
    if isatty(STDIN_FILENO) == 0 { prompt.input = InputText.read(descriptor: STDIN_FILENO) }
    let message = prompt.message
    guard !message.text.isEmpty || message.hasImages else {
      throw UsageProblem("nothing to ask: give a prompt, a file with -f, or standard input")
    }
    return message
  }
}
