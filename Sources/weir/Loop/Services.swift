import Archive
import Broker
import Conversation
import Dispatch
import Settings
import Synchronization
import Workbench

/// What the main loop reaches the outside world through: broker, embedded endpoint, files.
///
/// A class because it owns the queue on which files are read and written, so that the screen never waits
/// for a disk; main thread only, answers come back through the mailbox.
@MainActor
final class Services {
  let environment: [String: String]
  let paths: SettingsPaths
  let wake = WakeDescriptor()
  let mailbox: Mailbox
  let buffer: RenderBuffer
  let broker: ChatBroker
  private let starter: RequestStarter
  var drafts: DraftKeeper
  private let demo: DemoChild?
  let store: StateStore
  let history: HistoryDesk
  let attachments: AttachmentQueue
  var outlets: Outlets
  // Serial queues, both: Dispatch watches its concurrent ones once a second for ever (tried).
  private let files: DispatchQueue
  private let clipboard = DispatchQueue(label: "weir.clipboard")
  // Apart from the other files, since a directory may be far away and slow.
  private let directories = DispatchQueue(label: "weir.directories")

  init(environment: [String: String], paths: SettingsPaths, demo: DemoChild?) {
    self.environment = environment
    self.paths = paths
    self.demo = demo
    let wake = wake
    mailbox = Mailbox(wake: wake)
    history = HistoryDesk(paths: paths, mailbox: mailbox)
    attachments = AttachmentQueue(mailbox: mailbox, home: environment["HOME"])
    outlets = Outlets(mailbox: mailbox, home: environment["HOME"])
    buffer = RenderBuffer { wake.wake() }
    broker = ChatBroker(environment: environment, buffer: buffer)
    starter = RequestStarter(broker: broker, buffer: buffer, demo: demo)
    let store = StateStore(directory: paths.stateDirectory)
    let files = DispatchQueue(label: "weir.files", qos: .utility)
    self.store = store
    self.files = files
    // A draft that cannot be written is no reason to stop.
    drafts = DraftKeeper { text in files.async { try? store.saveDraft(text.text) } }
  }

  /// Starts what the first paint did not need: the look for local servers.
  func startAfterFirstPaint(isConfigured: Bool) {
    if !isConfigured { discover() }
  }

  /// Sends a request; one to a demo preset waits until the embedded endpoint listens.
  func send(_ request: ChatRequest) {
    starter.start(request)
  }

  func cancel(_ id: RequestID) {
    starter.cancel(id)
  }

  /// Gives text to the desktop's clipboard tool, where there is one, and reports which way was taken.
  func copyWithTool(_ text: String, what: String) {
    let (environment, mailbox) = (environment, mailbox)
    clipboard.async {
      let tool = Clipboard.copyWithTool(text, environment: environment)
      mailbox.post(.report(Clipboard.report(what: what, count: text.count, tool: tool)))
    }
  }

  func inspect(_ paths: [AttachmentPath]) { attachments.inspect(paths) }

  func read(_ paths: [AttachmentPath], reading: Int) { attachments.read(paths, reading: reading) }

  /// Writes down a request for people; a long one takes a while.
  func describe(_ preset: Preset, _ messages: [ChatMessage], of id: MessageID) {
    let mailbox = mailbox
    files.async {
      mailbox.post(.requestDescribed(CurlCommand.description(of: preset, messages), of: id))
    }
  }

  /// Looks for files; one look after another.
  func listFiles(_ query: FileQuery) {
    let (home, mailbox) = (environment["HOME"], mailbox)
    directories.async {
      mailbox.post(.filesListed(DirectoryReader(home: home).list(query)))
    }
  }

  func keepPrompt(_ text: String) {
    inBackground { store throws(StateError) in try store.appendHistory(text) }
  }

  func keep(_ memory: SidebarMemory) {
    inBackground { store throws(StateError) in try store.saveMemory(memory) }
  }

  func reloadConfiguration() {
    let (environment, mailbox, archive) = (environment, mailbox, history.archive)
    files.async {
      let settings = LoadedSettings(environment: environment)
      archive.keepRawBytes(atMost: settings.configuration.recording.mostRawBytes)
      var configured = Configured(
        presets: settings.configuration.presets,
        bindings: settings.configuration.keyBindings,
        theme: settings.configuration.theme,
        editing: settings.configuration.ui.editing,
        problems: settings.problems.map(\.description)
      )
      configured.historySettings = settings.configuration.history
      configured.rubrics = settings.configuration.rubrics.withShipped
      mailbox.post(.configured(configured))
    }
  }

  func loadTheme(_ name: String) {
    let (paths, mailbox) = (paths, mailbox)
    files.async {
      do throws(ConfigProblem) {
        mailbox.post(
          .themeLoaded(try ThemeLibrary(directories: paths.themesDirectories).load(name))
        )
      } catch {
        mailbox.post(.report(StatusMessage(error.description, role: .warning)))
      }
    }
  }

  /// Ends all streams and waits for what is still to be written.
  ///
  /// - Returns: Why some of the conversations could not be saved.
  func shutdown() -> ArchiveTrouble? {
    broker.shutdown()
    demo?.stop()
    outlets.shutdown()
    let trouble = history.shutdown()
    files.sync {}
    return trouble
  }

  private func inBackground(_ write: @escaping @Sendable (StateStore) throws(StateError) -> Void) {
    let (store, mailbox) = (store, mailbox)
    files.async {
      do throws(StateError) { try write(store) } catch {
        mailbox.post(.report(StatusMessage("not saved: \(error.description)", role: .warning)))
      }
    }
  }

  /// Asks an endpoint for its models; one that does not answer costs nothing but the list.
  func listModels(of endpoint: Endpoint) {
    let mailbox = mailbox
    broker.models(of: endpoint, timeoutMilliseconds: 3_000) { result in
      guard case .success(let models) = result else { return }
      mailbox.post(.modelsListed(endpoint: endpoint.name, models: models))
    }
  }

  /// Looks for servers on this machine, and offers services whose key is set; asks only loopback.
  private func discover() {
    let (environment, mailbox) = (environment, mailbox)
    LocalDiscovery().start(over: broker) { found in
      let presets = OfferedPresets.presets(from: found, environment: environment)
      if !presets.isEmpty { mailbox.post(.discovered(presets)) }
      for finding in found {
        mailbox.post(
          .modelsListed(endpoint: finding.endpoint.name, models: finding.models)
        )
      }
    }
  }
}
