import Conversation
import DemoEndpoint
import Glibc
import Settings
import Terminal
import Workbench

/// One run of the workbench, from the command line to the shell's prompt.
@MainActor
struct WorkbenchSession {
  private let choices: WorkbenchChoices
  private let settings: LoadedSettings
  private let demo: DemoChild?

  init(_ choices: WorkbenchChoices) {
    self.choices = choices
    // Before anything that could start a thread, since it forks.
    TerminalGuard.start()
    settings = LoadedSettings()
    demo = try? DemoChild()
  }

  func run() -> ExitStatus {
    do throws(TerminalError) {
      let signals = try TerminalSignals()
      let terminal = try TerminalSession(options: options)
      defer { terminal.restore() }
      let services = Services(environment: settings.environment, paths: settings.paths, demo: demo)
      let rawBytes = settings.configuration.recording.mostRawBytes
      services.history.archive.keepRawBytes(atMost: rawBytes)
      let loop = MainLoop(
        state: WorkbenchState(start(in: terminal, store: services.store)),
        terminal: terminal,
        signals: signals,
        services: services,
        frameIntervalMilliseconds: Double(settings.configuration.ui.frameIntervalMilliseconds)
      )
      let looksForServers = settings.configuration.presets.isEmpty && choices.replay?.file == nil
      loop.run(isConfigured: !looksForServers)
      let trouble = services.shutdown()
      terminal.restore()
      guard let trouble else { return .success }
      StandardError.write("weir: some of what was said is not saved: \(trouble.description)")
      return .failure
    } catch {
      StandardError.write("weir: \(error.errorDescription ?? "the terminal cannot be opened")")
      return .failure
    }
  }

  private var options: TerminalOptions {
    TerminalOptions(
      colorMode: choices.color,
      mouse: settings.configuration.ui.mouse,
      title: settings.configuration.ui.title,
      hyperlinks: settings.configuration.ui.hyperlinks,
      logDescriptor: try? settings.paths.openLog()
    )
  }

  private func start(in terminal: TerminalSession, store: StateStore) -> WorkbenchState.Start {
    let configuration = settings.configuration
    let (memory, problems) = remembered(in: store)
    let library = ThemeLibrary(directories: settings.paths.themesDirectories)
    let name = choices.theme ?? configuration.theme ?? memory.theme ?? "terminal"
    let (theme, themeProblems) = library.read(name)
    var start = WorkbenchState.Start(
      size: terminal.size,
      now: MonotonicTime.now(),
      presets: presets,
      theme: theme
    )
    start.wallTime = WallTime.now()
    start.seed = UInt64.random(in: 0...UInt64.max)
    start.opening = choices.opening
    start.isOffTheRecord = choices.isOffTheRecord
    start.open = choices.presets.isEmpty ? opening(memory) : choices.presets
    start.bindings = configuration.keyBindings
    start.problems = (settings.problems + themeProblems).map(\.description) + problems
    start.themeNames = library.names
    start.history = (try? store.loadHistory()) ?? []
    // What is replayed from a file is nobody's draft to go on with, and leaves the kept one alone.
    let isOfAFile = choices.replay?.file != nil
    start.replay = choices.replay
    start.draft = isOfAFile ? "" : (try? store.loadDraft()) ?? ""
    start.capturesMouse = configuration.ui.mouse
    start.notifications = configuration.ui.notifications
    start.editing = configuration.ui.editing
    start.historySettings = configuration.history
    start.rubrics = configuration.rubrics.withShipped
    start.showsReasoning = configuration.ui.reasoning == .shown
    start.isSidebarWanted = configuration.ui.sidebar == .shown && memory.isSidebarHidden != true
    return start
  }

  /// What the last run kept; a file that cannot be read is said and costs nothing else.
  private func remembered(in store: StateStore) -> (SidebarMemory, [String]) {
    do throws(StateError) { return (try store.loadMemory(), []) } catch {
      return (SidebarMemory(), [error.description])
    }
  }

  /// The configuration's presets, then the demo ones of other names; there is always at least one.
  private var presets: [Preset] {
    let demos = demo?.presets ?? DemoPresets.presets(port: 0)
    return settings.configuration.presets.adding(demos)
  }

  /// What to open with when the command line does not say: the environment's or the file's default, else
  /// what was used last, else the first.
  private func opening(_ memory: SidebarMemory) -> [String] {
    let known = presets.map(\.name)
    let wanted = [settings.configuration.defaultPreset, memory.preset].compactMap { $0 }
    return wanted.first { known.contains($0) }.map { [$0] } ?? []
  }
}
