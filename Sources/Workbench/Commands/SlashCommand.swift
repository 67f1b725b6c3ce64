/// A command that can be typed as a word with a slash in front: in the prompt, and in linear mode.
///
/// One list for both; what does the same as a key has that command's words.
package enum SlashCommand: String, Sendable, Hashable, CaseIterable {
  case help
  case commands
  case presets
  case preset
  case model
  case lanes
  case sweep
  case vote
  case blind
  case votes
  case tally
  case judge
  case merge
  case system
  case prefill
  case set
  case new
  case back
  case conversations
  case title
  case tag
  case pin
  case archive
  case export
  case search
  case offTheRecord = "off-the-record"
  case prompt
  case savePrompt = "save-prompt"
  case regenerate
  case edit
  case note
  case delete
  case undo
  case tree
  case fork
  case `continue`
  case previous
  case next
  case reasoning
  case copy
  case stop
  case theme
  case sidebar
  case mouse
  case zoom
  case reload
  case quit

  /// The command that does this where nothing follows the word; `nil` where there is none.
  package var command: CommandID? {
    switch self {
    case .help: .help
    case .commands: .palette
    case .presets, .preset, .model: .presetPicker
    case .lanes: .toggleLanes
    case .sweep: .laneParameters
    case .vote: .vote
    case .blind: .toggleBlindMode
    case .votes: .showVotes
    case .tally: .showTally
    case .judge: .judge
    case .merge: .merge
    case .system: .editSystemPrompt
    case .prefill: .prefillReply
    case .new: .newConversation
    case .back: .lastConversation
    case .conversations: .listConversations
    case .title: .renameConversation
    case .tag: .tagConversation
    case .pin: .pinConversation
    case .archive: .archiveConversation
    case .search: .searchMessages
    case .offTheRecord: .offTheRecord
    case .prompt: .savedPrompts
    case .savePrompt: .savePrompt
    case .regenerate: .regenerate
    case .edit: .editMessage
    case .note: .addNote
    case .delete: .deleteTurn
    case .undo: .undoRemoval
    case .tree: .showTree
    case .fork: .fork
    case .continue: .continueReply
    case .previous: .previousSibling
    case .next: .nextSibling
    case .reasoning: .foldReasoning
    case .copy: .copyLastAnswer
    case .theme: .themes
    case .sidebar: .toggleSidebar
    case .mouse: .toggleMouse
    case .zoom: .zoomLane
    case .reload: .reloadConfiguration
    case .quit: .quit
    case .stop: .stopAll
    case .set, .export: nil
    }
  }

  /// What may follow the word.
  package enum Argument: String, Sendable, Hashable {
    case preset = "NAME"
    case presets = "NAME NAME \u{2026}"
    case model = "MODEL"
    case theme = "THEME"
    case parameter = "KEY VALUE"
    case sweep = "KEY=VALUE,VALUE \u{2026}"
    case judge = "NAME RUBRIC REFERENCE"
    case text = "TEXT"
    case tags = "TAG \u{2026}"
    case file = "FILE"
    case savedPrompt = "PROMPT"
    case promptToSave = "PROMPT TEXT"
  }

  /// `nil` for a command that stands alone.
  package var argument: Argument? {
    switch self {
    case .preset, .merge: .preset
    case .judge: .judge
    case .lanes: .presets
    case .model: .model
    case .theme: .theme
    case .set: .parameter
    case .sweep: .sweep
    case .system, .prefill, .edit, .title, .note, .search: .text
    case .tag: .tags
    case .export: .file
    case .prompt: .savedPrompt
    case .savePrompt: .promptToSave
    case .help, .commands, .presets, .new, .back, .conversations, .pin, .archive, .offTheRecord,
      .regenerate, .continue, .previous, .next, .reasoning, .copy, .stop, .sidebar, .mouse, .zoom,
      .reload, .quit, .fork, .delete, .undo, .tree, .vote, .blind, .votes, .tally:
      nil
    }
  }

  /// How it is typed: `/set KEY VALUE`.
  package var usage: String {
    "/" + ([rawValue] + [argument?.rawValue].compactMap(\.self)).joined(separator: " ")
  }

  /// What it does, in the words of its command where there are no better ones.
  package var title: String {
    switch self {
    case .help: "list the commands"
    case .presets: "list the presets"
    case .preset: "go on with another preset"
    case .model: "go on with another model of the same endpoint"
    case .lanes: "ask several presets from now on; one NAME ends it"
    case .judge:
      "have a preset judge the lanes' answers by a rubric, against a REFERENCE where there is one"
    case .sweep: "ask with several values of parameters, a lane for each combination"
    case .set: "set a parameter, such as temperature 0.7"
    case .edit: "ask something else in place of the last message"
    case .note: "add a note to the conversation, which is never sent"
    case .reasoning: "show the reasoning of the last answer"
    case .stop: "stop what streams, and what waits behind it"
    case .export: "write the conversation to a file that ends in .md, .jsonl or .html"
    case .tag: "give the conversation tags; -TAG takes one away"
    case .savePrompt: "save TEXT, or what was said last, by a name; {words} in braces are asked for"
    case .commands, .system, .prefill, .new, .back, .conversations, .title, .pin, .archive, .search,
      .offTheRecord, .prompt, .regenerate, .continue, .previous, .next, .copy, .theme, .sidebar,
      .mouse, .zoom, .reload, .quit, .fork, .delete, .undo, .tree, .vote, .blind, .votes, .tally,
      .merge:
      command.flatMap(CommandTable.command).map(\.title) ?? ""
    }
  }

  /// Whether it means something without a screen.
  package var worksInLines: Bool {
    switch self {
    case .commands, .sweep, .prefill, .back, .conversations, .title, .tag, .pin, .archive, .export,
      .search,
      .offTheRecord, .prompt, .savePrompt, .copy, .theme, .sidebar, .mouse, .zoom, .reload, .fork,
      .delete, .undo, .tree, .vote, .blind, .votes, .tally, .judge, .merge:
      false
    case .help, .presets, .preset, .model, .lanes, .system, .set, .new, .regenerate, .edit, .note,
      .continue, .previous, .next, .reasoning, .stop, .quit:
      true
    }
  }
}
