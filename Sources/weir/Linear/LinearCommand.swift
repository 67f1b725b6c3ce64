/// What can be typed with a slash in front of it.
enum LinearCommand: String, Sendable, Hashable, CaseIterable {
  case help
  case presets
  case preset
  case model
  case system
  case set
  case new
  case regenerate
  case edit
  case previous
  case next
  case reasoning
  case stop
  case quit

  /// How it is typed and what it does.
  var help: String {
    switch self {
    case .help: "/help: this list"
    case .presets: "/presets: list the presets"
    case .preset: "/preset NAME: go on with another preset"
    case .model: "/model NAME: go on with another model of the same endpoint"
    case .system: "/system TEXT: set the system prompt; without TEXT, say what it is"
    case .set: "/set KEY=VALUE: set a parameter, such as temperature=0.7"
    case .new: "/new: begin a new conversation"
    case .regenerate: "/regenerate: ask the last message again"
    case .edit: "/edit TEXT: ask TEXT in place of the last message"
    case .previous: "/previous: go to the answer before this one to the same message"
    case .next: "/next: go to the answer after this one to the same message"
    case .reasoning: "/reasoning: show the reasoning of the last answer"
    case .stop: "/stop: stop the answer that streams; control C does as well"
    case .quit: "/quit: leave; the end of the input does as well"
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
