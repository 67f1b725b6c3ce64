import ArgumentParser
import Conversation
import Measuring
import Reports
import Settings

/// `weir bench`: what presets take under load, measured so that it can be trusted and compared.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure presets: first token, gaps, tokens a second, under load.",
    discussion: """
      Presets and concurrencies are measured one after the other. Each figure has its mean, p50, \
      p90, p95 and p99 with intervals of 95 %; what they are is in docs/MEASURING.md. Nothing is \
      retried: a request that fails is an error. Results are kept (without prompts and answers), \
      so that --against can say what has changed since.
      Exits with 0 when all requests were answered, 1 when something cannot be written, 2 for \
      wrong usage, 3 when a request failed, 4 when all that failed did so at a time limit, 130 when \
      interrupted (143 by SIGTERM, 129 by SIGHUP); what was measured by then is reported.
      """
  )

  @Option(
    name: .shortAndLong,
    help: "A preset to measure, or a demo; repeatable.",
    completion: .presets
  )
  var preset: [String] = []

  @Option(
    help: "A file with a prompt on each line, as text or as a JSON object; - is standard input.",
    completion: .file()
  )
  var prompts: String?

  @Option(
    help: ArgumentHelp(
      "Make up prompts of about this many tokens, no two alike; \(BenchPlan.usualInputTokens) without a prompt.",
      valueName: "n"
    )
  )
  var inputTokens: Int?

  @Option(help: ArgumentHelp("What made up prompts follow from; random without.", valueName: "n"))
  var seed: UInt64?

  @Option(help: ArgumentHelp("How often each prompt is asked.", valueName: "n"))
  var runs = 10

  @Option(
    help: ArgumentHelp(
      "How many requests are under way at a time: 1,2,4,8.",
      valueName: "n,\u{2026}"
    )
  )
  var concurrency = "1"

  @Option(
    help: ArgumentHelp(
      "The most tokens of an answer; the preset's, or \(BenchPlan.usualMaxTokens).",
      valueName: "n"
    )
  )
  var maxTokens: Int?

  @Option(help: ArgumentHelp("Requests before each measurement that do not count.", valueName: "n"))
  var warmUp = 1

  @Option(
    help: ArgumentHelp(
      "Say what has changed since: last, a date such as 2026-11-23, or a file of --json.",
      valueName: "what"
    ),
    completion: .file()
  )
  var against: String?

  @Flag(help: "Print one JSON object.")
  var json = false

  @Flag(help: "Print comma-separated values.")
  var csv = false

  @Option(help: "Write a report with plots as one page of HTML to this file.", completion: .file())
  var html: String?

  @Flag(name: [.customShort("n"), .long], help: "Off the record: keep nothing of it.")
  var offTheRecord = false

  @Flag(name: .shortAndLong, help: "Say nothing of the progress.")
  var quiet = false

  @Argument(help: "The prompt, in place of made up ones.")
  var prompt: [String] = []

  func run() throws {
    try StandardOutput.check()
    let settings = LoadedSettings()
    settings.reportProblems()
    let demo = try? DemoChild()
    let session: BenchSession
    do throws(UsageProblem) {
      session = try makeSession(settings, demo: demo)
    } catch {
      throw error.reported()
    }
    // Only now, so that signals still end the reading of standard input.
    let exchange = Exchange(environment: settings.environment, demo: demo)
    let status = try session.run(over: exchange, demo: demo)
    if status != .success { throw status.code }
  }

  private func makeSession(
    _ settings: LoadedSettings,
    demo: DemoChild?
  ) throws(UsageProblem) -> BenchSession {
    guard !json || !csv else {
      throw UsageProblem("--json and --csv both write to standard output; give one")
    }
    let choice = CompareChoice(configuration: settings.configuration, demos: demo?.presets)
    let lanes = try choice.lanes(of: preset, sweep: [])
    for lane in lanes { try lane.preset.endpoint.checkKey(in: settings.environment) }
    let plan = BenchPlan(
      lanes: lanes,
      concurrencies: try concurrencies(),
      runs: try CountOption("--runs", within: 1...100_000).checked(runs),
      warmUps: try CountOption("--warm-up", within: 0...10_000).checked(warmUp),
      maxTokens: try maxTokens.map { count throws(UsageProblem) in
        try CountOption("--max-tokens", within: 1...10_000_000).checked(count)
      },
      prompts: try source()
    )
    if let html { try PagePlace.check(html, besides: [prompts, against].compactMap(\.self)) }
    let files = BenchFiles(paths: settings.paths)
    return BenchSession(
      plan: plan,
      form: json ? .json : csv ? .csv : .text,
      html: html,
      isQuiet: quiet,
      files: offTheRecord ? nil : files,
      baseline: try against.map { name throws(UsageProblem) in
        try BenchBaseline(files: files).record(name, loads: plan.loads.map(\.load))
      }
    )
  }

  private func concurrencies() throws(UsageProblem) -> [Int] {
    let parts = concurrency.split(separator: ",", omittingEmptySubsequences: false)
    let counts = parts.compactMap { Int($0.filter { $0 != " " }) }
    guard counts.count == parts.count, counts.allSatisfy({ (1...1_000).contains($0) }),
      Set(counts).count == counts.count
    else {
      throw UsageProblem(
        "--concurrency wants different numbers from 1 to 1000 with commas between, such as 1,2,4,8"
      )
    }
    return counts
  }

  private func source() throws(UsageProblem) -> BenchPlan.Prompts {
    let given = [prompts != nil, inputTokens != nil, !prompt.isEmpty].count { $0 }
    guard given < 2 else {
      throw UsageProblem("--prompts, --input-tokens and a prompt exclude each other; give one")
    }
    if let prompts {
      var file = try ComparePrompts(path: prompts)
      return .given(try file.rest())
    }
    if !prompt.isEmpty { return .given([ComparisonPrompt(prompt.joined(separator: " "))]) }
    let tokens = try CountOption("--input-tokens", within: 1...1_000_000)
      .checked(inputTokens ?? BenchPlan.usualInputTokens)
    return .synthetic(SyntheticPrompt(tokens: tokens, seed: seed ?? .random(in: 0...UInt64.max)))
  }
}
