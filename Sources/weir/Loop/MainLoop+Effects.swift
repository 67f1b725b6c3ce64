import Broker
import Conversation
import Settings
import Terminal
import Workbench

extension MainLoop {
  /// Does in the outside world what the workbench asked for.
  func run(_ effect: Effect) {
    switch effect {
    case .send(let id, let preset, let messages):
      services.send(ChatRequest(id: id, preset: preset, messages: messages, isRecorded: true))
    case .cancel(let id): services.cancel(id)
    case .openEditor(let text): edit(text)
    case .inspectAttachments(let paths): services.inspect(paths)
    case .readAttachments(let paths, let reading): services.read(paths, reading: reading)
    case .copy(let text, let what): copy(text, what: what)
    case .save(let file): services.outlets.save(file)
    case .saveRecording(let recording, let path, let replaces):
      services.outlets.save(recording, to: path, replaces: replaces)
    case .export(let conversation, let leaf, let path):
      services.outlets.export(conversation, leaf: leaf, to: path)
    case .pipe(let text, let command): services.outlets.pipe(text, into: command)
    case .stopCommand: services.outlets.stopCommand()
    case .openLink(let url): services.outlets.open(url)
    case .keepPrompt(let text): services.keepPrompt(text)
    case .reloadConfiguration: services.reloadConfiguration()
    case .loadTheme(let name): services.loadTheme(name)
    case .keepChoices(let choices):
      services.keep(
        SidebarMemory(
          preset: choices.preset,
          theme: choices.theme,
          isSidebarHidden: choices.isSidebarHidden
        )
      )
    case .captureMouse(let isOn): terminal.setMouse(isOn)
    case .listModels(let endpoint): services.listModels(of: endpoint)
    case .describeRequest(let id, let preset, let messages):
      services.describe(preset, messages, of: id)
    case .listFiles(let query): services.listFiles(query)
    case .history(let request): services.history.ask(request)
    case .notify(let line, let means): terminal.notify(line, by: means)
    case .suspend: suspend()
    case .redraw: redraw()
    case .quit: isRunning = false
    }
  }

  /// The streams go on while the editor has the terminal; what they bring waits in the render buffer.
  private func edit(_ text: String) {
    let command = ExternalEditor.command(environment: services.environment)
    let directory = services.paths.stateDirectory
    var edited: String?
    terminal.withTerminalGivenBack {
      edited = ExternalEditor.edit(text, command: command, directory: directory)
    }
    update(.resized(terminal.resize()))
    if let edited {
      update(.editorClosed(edited))
    } else {
      update(
        .report(
          StatusMessage(
            "the editor \"\(command)\" did not end well; the prompt is as it was",
            role: .warning
          )
        )
      )
    }
    redraw()
  }

  private func copy(_ text: String, what: String) {
    terminal.writeOSC52(text)
    services.copyWithTool(text, what: what)
  }

  private func suspend() {
    services.broker.suspended()
    terminal.suspend()
    services.broker.resumed()
    update(.resumed)
    update(.resized(terminal.resize()))
    redraw()
  }
}
