import Archive
import Conversation
import Glibc
import Settings
import Terminal

/// One run of linear mode, from the command line to its end.
struct LinearStart {
  private let names: [String]
  private let history: HistoryChoice
  private let settings: LoadedSettings

  /// `names` are the presets that the command line asks for.
  init(names: [String], history: HistoryChoice, settings: LoadedSettings) {
    self.names = names
    self.history = history
    self.settings = settings
  }

  /// Whether there is no screen to draw on.
  static func isNeeded(environment: [String: String]) -> Bool {
    TerminalEnvironment(term: environment["TERM"] ?? "").isDumb || isatty(STDIN_FILENO) == 0
      || isatty(STDOUT_FILENO) == 0
  }

  func run() -> ExitStatus {
    settings.reportProblems()
    let demo = try? DemoChild()
    let exchange = Exchange(
      environment: settings.environment,
      demo: demo,
      signals: .interrupting
    )
    let configured = settings.configuration.presets
    let offered =
      configured.isEmpty
      ? OfferedPresets.presets(
        from: LocalDiscovery().run(over: exchange),
        environment: settings.environment
      ) : []
    let presets = configured.adding(offered).adding(demo?.presets ?? [])
    do throws(UsageProblem) {
      let archive = Archive(path: settings.paths.archiveFile)
      archive.keepRawBytes(atMost: settings.configuration.recording.mostRawBytes)
      let conversation = try history.load(from: archive)
      var mode = LinearMode(
        exchange: exchange,
        presets: presets,
        chosen: try chosen(from: presets),
        conversation: conversation,
        archive: history.offTheRecord ? nil : archive
      )
      return mode.run()
    } catch {
      StandardError.write("weir: \(error.message)")
      return .usage
    }
  }

  private func chosen(from presets: [Preset]) throws(UsageProblem) -> [Preset] {
    let wanted =
      names.isEmpty ? [settings.configuration.defaultPreset].compactMap { $0 } : names
    var chosen: [Preset] = []
    for name in wanted {
      guard let preset = presets.first(where: { $0.name == name }) else {
        let known = presets.map(\.name).joined(separator: ", ")
        throw UsageProblem("there is no preset named \(name); there are \(known)")
      }
      chosen.append(preset)
    }
    if chosen.isEmpty { chosen = Array(presets.prefix(1)) }
    guard !chosen.isEmpty else {
      throw UsageProblem("there is no preset; `weir config init` begins a configuration")
    }
    return chosen
  }
}
