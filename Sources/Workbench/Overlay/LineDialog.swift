import Conversation

/// A dialog that asks for one line: the name of a file, or a command.
package struct LineDialog: Sendable {
  /// What is done with the line.
  package enum Purpose: Sendable, Hashable {
    /// The text of a piece of code goes to the file.
    case save(String)
    /// The text, which the words name, goes into the command.
    case pipe(String, what: String)
    /// The line becomes a conversation's title.
    case rename(ConversationID)
    /// The line holds a conversation's tags.
    case tags(ConversationID)
    /// The line is the file that a conversation is written to.
    case export(ConversationID)
    /// What went over the wire for the reply goes to the file.
    case saveRecording(MessageID)
    /// It is what the next reply begins with.
    case prefill
    /// It holds parameters of the focused lane, or a sweep.
    case laneParameters
    /// The line goes in the place of a placeholder.
    case fill(PromptFilling)
    /// The line is the name by which a prompt is kept.
    case savePrompt(String)
  }

  package let purpose: Purpose
  package internal(set) var editor: TextEditor
  /// What stands below the line: what went wrong, or what Enter does now.
  package internal(set) var note: StatusMessage?
  /// The line for which Enter overwrites a file that is there.
  var overwrites: String?

  init(_ purpose: Purpose, text: String = "") {
    self.purpose = purpose
    editor = TextEditor(text)
  }

  package var title: String {
    switch purpose {
    case .save: "save the code to a file"
    case .pipe(_, let what): "send \(what) into a command"
    case .rename: "title of the conversation"
    case .tags: "tags, with blanks between them"
    case .export: "file for the conversation: .md, .jsonl or .html"
    case .saveRecording: "file for the recording; weir replay plays it"
    case .prefill: "the next reply begins with"
    case .laneParameters: "parameters of this lane, such as temperature=0.4 seed=1,2"
    case .fill(let filling): filling.question
    case .savePrompt: "name to save the prompt by"
    }
  }

  /// Whether Enter overwrites.
  package var isAskingToOverwrite: Bool { overwrites == editor.text }
}

/// A text for a file, and what may be in its way.
package struct FileToSave: Sendable, Hashable {
  /// As it was typed; `~/` stands for the home directory.
  package let path: String
  package let text: String
  package let replaces: Bool

  package init(path: String, text: String, replaces: Bool) {
    self.path = path
    self.text = text
    self.replaces = replaces
  }
}

/// How saving a text ended.
package enum SaveOutcome: Sendable, Hashable {
  case saved(bytes: Int)
  /// There is a file of that name, and nothing was written.
  case exists
  /// Nothing was written; the reason in words.
  case failed(String)
}
