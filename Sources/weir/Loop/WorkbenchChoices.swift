import Terminal
import Workbench

/// What the command line asks the workbench for.
struct WorkbenchChoices {
  /// The presets to open with; several open side by side.
  var presets: [String] = []
  /// The conversation to go on with; `nil` begins one.
  var opening: ConversationRequest?
  var isOffTheRecord = false
  var theme: String?
  var color = ColorMode.auto
  var replay: Replay?
}
