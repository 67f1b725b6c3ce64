import Conversation

/// Something that the program must do in the outside world; run after `update`, never inside it.
package enum Effect: Sendable, Hashable {
  /// Sends a request to the preset's endpoint.
  case send(RequestID, preset: Preset, messages: [ChatMessage])
  case cancel(RequestID)
  /// Opens the user's editor on the prompt's text; answered by `.editorClosed`.
  case openEditor(String)
  /// Looks whether files that the prompt names are there; answered by `.attachmentsInspected`.
  case inspectAttachments([AttachmentPath])
  /// Reads the files that a message takes along; answered by `.attachmentsRead` with the same number, which
  /// tells this reading from any other.
  case readAttachments([AttachmentPath], reading: Int)
  /// Puts text on the clipboard; answered by `.report`, which says how.
  case copy(String, what: String)
  /// Writes a text to a file; answered by `.saved`.
  case save(FileToSave)
  /// Writes the recording of a reply to a file; answered by `.saved`.
  case saveRecording(RecordingToSave, path: String, replaces: Bool)
  /// Writes a conversation to a new file, in the form that the end of its name says; answered by `.saved`.
  case export(StoredConversation, leaf: MessageKey?, path: String)
  /// Runs a command of the shell on a text, without the terminal; answered by `.printed`.
  case pipe(String, into: String)
  /// Stops the command that runs.
  case stopCommand
  /// Opens an address in the desktop's browser; answered by `.report`, or by `.noOpener`.
  case openLink(String)
  /// Keeps a prompt in the history file.
  case keepPrompt(String)
  /// Asks an endpoint for its models; answered by `.modelsListed`, or not at all.
  case listModels(Endpoint)
  /// Writes down the request of a message, for people; nothing is sent. Answered by `.requestDescribed`.
  case describeRequest(of: MessageID, preset: Preset, messages: [ChatMessage])
  /// Looks into a directory; answered by `.filesListed`.
  case listFiles(FileQuery)
  /// Reads the configuration again; answered by `.configured`.
  case reloadConfiguration
  /// Answered by `.themeLoaded`, or `.report` where it cannot be read.
  case loadTheme(String)
  /// Keeps what was chosen for the next start.
  case keepChoices(Choices)
  case history(HistoryRequest)
  case captureMouse(Bool)
  /// Tells somebody who looks elsewhere; the line holds nothing that was asked or answered.
  case notify(String, by: NotificationSettings.Means)
  case suspend
  case redraw
  case quit
}

/// What the user chose and weir remembers from one run to the next.
package struct Choices: Sendable, Hashable {
  package var preset: String
  package var theme: String
  package var isSidebarHidden: Bool

  package init(preset: String, theme: String, isSidebarHidden: Bool) {
    self.preset = preset
    self.theme = theme
    self.isSidebarHidden = isSidebarHidden
  }
}
