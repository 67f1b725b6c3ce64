import Conversation
import DemoEndpoint
import Glibc
import Settings
import Terminal
import Workbench

/// One run of the workbench, from the command line to the shell's prompt.
@MainActor
struct WorkbenchSession {
  private let command: OpenCommand
  private let settings: LoadedSettings
  private let demo: DemoChild?

  init(command: OpenCommand) {
    self.command = command
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
      loop.run(isConfigured: !settings.configuration.presets.isEmpty)
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
      colorMode: command.color,
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
    let name = command.theme ?? configuration.theme ?? memory.theme ?? "terminal"
    let (theme, themeProblems) = library.read(name)
    var start = WorkbenchState.Start(
      size: terminal.size,
      now: MonotonicTime.now(),
      presets: presets,
      theme: theme
    )
    start.wallTime = WallTime.now()
    start.seed = UInt64.random(in: 0...UInt64.max)
    start.opening = command.history.request
    start.isOffTheRecord = command.history.offTheRecord
    start.open = command.preset.isEmpty ? opening(memory) : command.preset
    start.bindings = configuration.keyBindings
    start.problems = (settings.problems + themeProblems).map(\.description) + problems
    start.themeNames = library.names
    start.history = (try? store.loadHistory()) ?? []
    start.draft = (try? store.loadDraft()) ?? ""
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
