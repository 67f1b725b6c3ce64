import Conversation
import Dispatch
import Reports
import Workbench

/// Where texts of the conversation go: files, commands, the browser; away from the main thread.
///
/// Each has a serial queue of its own, so that a slow disk or a browser holds up nothing else.
struct Outlets {
  private let saving = DispatchQueue(label: "weir.saving")
  private let commands = DispatchQueue(label: "weir.commands")
  private let mailbox: Mailbox
  private let home: String?
  private var running: StopSwitch?

  init(mailbox: Mailbox, home: String?) {
    self.mailbox = mailbox
    self.home = home
  }

  func save(_ file: FileToSave) {
    let (mailbox, saver) = (mailbox, FileSaver(home: home))
    saving.async { mailbox.post(.saved(file, saver.save(file))) }
  }

  /// Writes the recording of a reply.
  func save(_ recording: RecordingToSave, to path: String, replaces: Bool) {
    let (mailbox, saver) = (mailbox, FileSaver(home: home))
    saving.async {
      let reply = RecordedReply(recording.message, prompt: recording.prompt, log: recording.log)
      let file = FileToSave(path: path, text: reply?.lines ?? "", replaces: replaces)
      mailbox.post(.saved(file, saver.save(file)))
    }
  }

  /// Writes a conversation to a file that must not be there yet.
  func export(_ conversation: StoredConversation, leaf: MessageKey?, to path: String) {
    let (mailbox, saver) = (mailbox, FileSaver(home: home))
    let format = ExportFormat.allCases.first { path.hasSuffix("." + $0.fileExtension) } ?? .markdown
    saving.async {
      let export = ConversationExport(format: format)
      let text = export.opening + export.text(of: conversation, leaf: leaf) + export.closing
      let file = FileToSave(path: path, text: text, replaces: false)
      mailbox.post(.saved(file, saver.save(file)))
    }
  }

  /// Runs a command on a text; one that still runs is stopped.
  mutating func pipe(_ text: String, into command: String) {
    running?.stop()
    let (mailbox, stop) = (mailbox, StopSwitch())
    running = stop
    commands.async {
      let outcome = PipedCommand(command: command, input: text).run { stop.isStopped }
      mailbox.post(.printed(outcome.text, outcome.ending))
    }
  }

  func stopCommand() { running?.stop() }

  /// Stops the command that runs, and waits until it is gone.
  func shutdown() {
    stopCommand()
    commands.sync {}
  }

  func open(_ url: String) {
    let mailbox = mailbox
    DispatchQueue(label: "weir.links").async { mailbox.post(LinkOpener.open(url)) }
  }
}
