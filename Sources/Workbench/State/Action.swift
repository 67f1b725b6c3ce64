import Conversation

/// Everything that can change the workbench.
package enum Action: Sendable {
  case input(TerminalInput)
  case stream([StreamEvent])
  case resized(ScreenSize)
  /// The program goes on after it stood still.
  case resumed
  /// Nothing happened, but a figure on screen is due.
  case tick
  /// The editor was left; `nil` when it failed or the text is unchanged.
  case editorClosed(String?)
  /// What a look at files that the prompt names showed.
  case attachmentsInspected([AttachmentPath: AttachmentGlance])
  /// The files that a message waits for, in its order, and which reading this answers.
  case attachmentsRead([AttachmentReading], reading: Int)
  case configured(Configured)
  case themeLoaded(Theme)
  /// Presets that were found after the start.
  case discovered([Preset])
  /// The models that an endpoint offers.
  case modelsListed(endpoint: String, models: [ModelInfo])
  /// The request of a message as a command for the shell; `nil` where it cannot be made.
  case requestDescribed(RequestDescription?, of: MessageID)
  /// What was found of files, for the prompt that asked.
  case filesListed(FileListing)
  case saved(FileToSave, SaveOutcome)
  /// What a command printed, and how it ended.
  case printed(String, CommandOutput.Ending)
  /// There is no program that opens an address.
  case noOpener(url: String)
  case history(HistoryAnswer)
  /// A line for the user.
  case report(StatusMessage)
}

/// A configuration as the workbench needs it.
package struct Configured: Sendable {
  package var presets: [Preset]
  package var bindings: [String: [String]]
  /// The name of the theme that the file asks for.
  package var theme: String?
  package var editing: EditingStyle
  package var historySettings = HistorySettings()
  package var rubrics = Rubric.shipped
  /// One line a mistake in the file.
  package var problems: [String]

  package init(
    presets: [Preset],
    bindings: [String: [String]] = [:],
    theme: String? = nil,
    editing: EditingStyle = .readline,
    problems: [String] = []
  ) {
    self.presets = presets
    self.bindings = bindings
    self.theme = theme
    self.editing = editing
    self.problems = problems
  }
}

/// A line for the user, with the role that colours it.
package struct StatusMessage: Sendable, Hashable {
  package var text: String
  package var role: Role

  package init(_ text: String, role: Role = .muted) {
    self.text = text
    self.role = role
  }
}
