import ArgumentParser
import Conversation
import Glibc
import Measuring
import Reports
import Settings

/// `weir compare`: the same prompts to several presets, for scripts, reports and regression tests.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Ask several presets the same, and compare what they answer.",
    discussion: """
      Answers go to standard output as they come, and the table of figures last; progress goes to \
      standard error. With -o a comparison can be gone on with after an interruption: what is \
      answered in the file is not asked again. \
      Exits with 0 when all have answered, 1 when something cannot be written, 2 for wrong usage, \
      3 when an answer failed or is incomplete, 4 when all that failed did so at a time limit, \
      5 when --fail-if holds or an answer lacks what was expected, 130 when interrupted (143 by \
      SIGTERM, 129 by SIGHUP); what has been answered by then is reported.
      """
  )

  @Option(
    name: .shortAndLong,
    help: "A preset to ask, or a demo; repeatable, the same one too.",
    completion: .presets
  )
  var preset: [String] = []

  @Option(help: "Values to try with every preset: temperature=0,0.7. Repeatable.")
  var sweep: [String] = []

  @Option(
    help: "A file with a prompt on each line, as text or as a JSON object; - is standard input.",
    completion: .file()
  )
  var prompts: String?

  @Option(help: "How often each preset is asked each prompt.")
  var runs = 1

  @Flag(help: "Ask one by one, so that nothing disturbs the times.")
  var sequential = false

  @Flag(help: "Ask one by one, the presets in random order.")
  var shuffled = false

  @Flag(help: "Have each answer follow a request for one token, so that models are loaded.")
  var warmUp = false

  @Option(help: "How many requests a server is sent at a time; 4, or 2 on this machine.")
  var concurrency: Int?

  @Option(name: .shortAndLong, help: "The system prompt, over the presets'.")
  var system: String?

  @Option(help: "A preset that judges the answers to each prompt.", completion: .presets)
  var judge: String?

  @Option(
    help:
      "What the judge goes by, one of the configuration or: \(Rubric.shipped.map(\.name).joined(separator: ", "))."
  )
  var rubric: String?

  @OptionGroup var results: CompareResults

  @OptionGroup var recording: RecordingChoice

  @Argument(help: "The prompt; standard input is appended to it.")
  var prompt: [String] = []

  func run() throws {
    try StandardOutput.check()
    let settings = LoadedSettings()
    settings.reportProblems()
    let demo = try? DemoChild()
    let session: CompareSession
    let recorder: ReplyRecorder?
    do throws(UsageProblem) {
      let presets = CompareChoice(configuration: settings.configuration, demos: demo?.presets)
      let lanes = try presets.lanes(of: preset, sweep: sweep)
      for lane in lanes { try lane.preset.endpoint.checkKey(in: settings.environment) }
      let judge = try judgePreset(presets, settings)
      let plan = ComparePlan(
        lanes: lanes,
        runs: try positive(runs, "--runs"),
        judge: judge?.preset,
        mode: AskingMode(order: try order, warmsUp: warmUp),
        bound: concurrency == nil ? nil : try positive(concurrency ?? 0, "--concurrency"),
        expected: results.expectContains
      )
      let checked = try results.checked(lanes)
      if let page = checked.html {
        try PagePlace.check(page, besides: [checked.output, prompts].compactMap(\.self))
      }
      session = CompareSession(
        plan: plan,
        judge: judge,
        prompts: try readPrompts(),
        results: checked,
        directory: settings.environment["TMPDIR"] ?? "/tmp"
      )
      recorder = try recording.recorder()
    } catch {
      throw error.reported()
    }
    // Only now, so that signals still end the reading of standard input.
    let exchange = Exchange(environment: settings.environment, demo: demo, recorder: recorder)
    var status = try session.run(over: exchange)
    if let recorder { status = recorder.report(over: status) }
    if status != .success { throw status.code }
  }

  private var order: AskingMode.Order {
    get throws(UsageProblem) {
      guard !sequential || !shuffled else {
        throw UsageProblem("--sequential and --shuffled exclude each other; give one")
      }
      return sequential ? .sequential : shuffled ? .shuffled : .parallel
    }
  }

  private func positive(_ number: Int, _ option: String) throws(UsageProblem) -> Int {
    try CountOption(option, within: 1...100_000).checked(number)
  }

  private func judgePreset(
    _ presets: CompareChoice,
    _ settings: LoadedSettings
  ) throws(UsageProblem) -> CompareJudge? {
    guard let judge else {
      if rubric != nil { throw UsageProblem("--rubric goes with --judge, the preset that judges") }
      return nil
    }
    let preset = try presets.preset(named: judge)
    try preset.endpoint.checkKey(in: settings.environment)
    let rubrics = settings.configuration.rubrics.withShipped
    let name = rubric ?? Rubric.standard.name
    guard let rubric = rubrics.first(where: { $0.name == name }) else {
      let names = rubrics.map(\.name).joined(separator: ", ")
      throw UsageProblem("there is no rubric named \(name); there are \(names)")
    }
    return CompareJudge(preset: preset, rubric: rubric)
  }

  private func readPrompts() throws(UsageProblem) -> ComparePrompts {
    if let prompts {
      guard prompt.isEmpty else {
        throw UsageProblem("--prompts and a prompt exclude each other; give one")
      }
      guard system == nil else {
        throw UsageProblem(
          "--system goes with one prompt; in a file each line has its own \"system\""
        )
      }
      return try ComparePrompts(path: prompts)
    }
    var asked = AskPrompt(words: prompt)
    if isatty(STDIN_FILENO) == 0 { asked.input = try InputText.standardInput() }
    let text = asked.message.text
    guard !text.isEmpty else {
      throw UsageProblem("nothing to ask: give a prompt, --prompts with a file, or standard input")
    }
    var prompt = ComparisonPrompt(text)
    prompt.system = system
    return ComparePrompts(prompt)
  }
}
