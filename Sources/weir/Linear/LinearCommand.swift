import Workbench

/// What can be typed with a slash in front of it.
enum LinearCommand: String, Sendable, Hashable, CaseIterable {
  case help
  case presets
  case preset
  case lanes
  case model
  case system
  case set
  case new
  case regenerate
  case edit
  case `continue`
  case previous
  case next
  case reasoning
  case stop
  case quit

  /// How it is typed and what it does; in the words of the key map where a key does the same.
  var help: String {
    let title = id.flatMap(CommandTable.command).map(\.title) ?? ""
    return "/\(usage): \(purpose ?? title)"
  }

  /// The command of the screen that does the same.
  private var id: CommandID? {
    switch self {
    case .lanes: .toggleLanes
    case .system: .editSystemPrompt
    case .new: .newConversation
    case .regenerate: .regenerate
    case .edit: .editMessage
    case .continue: .continueReply
    case .previous: .previousSibling
    case .next: .nextSibling
    case .quit: .quit
    case .help, .presets, .preset, .model, .set, .reasoning, .stop: nil
    }
  }

  private var usage: String {
    switch self {
    case .preset: "preset NAME"
    case .lanes: "lanes NAME NAME …"
    case .model: "model NAME"
    case .system: "system TEXT"
    case .set: "set KEY=VALUE"
    case .edit: "edit TEXT"
    case .help, .presets, .new, .regenerate, .continue, .previous, .next, .reasoning, .stop,
      .quit:
      rawValue
    }
  }

  /// What is to be said besides, or in place of, the words of the key map.
  private var purpose: String? {
    switch self {
    case .help: "list the commands"
    case .presets: "list the presets"
    case .preset: "go on with another preset"
    case .lanes: "ask several presets from now on, one after another; one NAME ends it"
    case .model: "go on with another model of the same endpoint"
    case .set: "set a parameter, such as temperature=0.7"
    case .reasoning: "show the reasoning of the last answer"
    case .stop: "stop the answer that streams, and what waits behind it; control C does as well"
    case .system, .new, .regenerate, .edit, .continue, .previous, .next, .quit: nil
    }
  }

  /// - Parameter word: Without the slash; the beginning of a name will do where it fits one only.
  /// - Returns: `nil` when no command, or more than one, begins so.
  static func named(_ word: String) -> LinearCommand? {
    if let command = LinearCommand(rawValue: word) { return command }
    let matches = allCases.filter { !word.isEmpty && $0.rawValue.hasPrefix(word) }
    return matches.count == 1 ? matches[0] : nil
  }
}
