/// What an editor with vi's keys knows beside its text.
package struct Vi: Sendable, Equatable {
  package internal(set) var mode = ViMode.insert
  var parser = ViParser()
  /// What was deleted or taken last; apart from what readline's keys killed.
  var register = ViRegister()
  /// Where the selection began.
  var anchor = TextBuffer.Position(line: 0, offset: 0)
  /// The column that up and down go towards; `Int.max` after `$`.
  var wantedColumn: Int?
  var lastFind: ViFind?
  var lastSearch: ViSearch?
  /// What `.` does.
  var lastChange: ViChange?
  /// The insert being made, to become the last change.
  var insertion = ViChange.typing

  /// The keys of a command that is not whole yet, as typed.
  package var pending: String {
    parser.keys.map { $0 == "Space" ? " " : $0 }.joined()
  }

  /// Whether the keys typed are a text to search for.
  package var isTypingSearch: Bool { parser.need == .text }

  /// Begins with an empty insert, as for a new text; register and last change stay.
  mutating func begin() {
    mode = .insert
    parser.reset()
    wantedColumn = nil
    insertion = .typing
  }
}

/// What `p` puts back.
struct ViRegister: Sendable, Equatable {
  /// Without the last line end.
  var text = ""
  var isLinewise = false
}

/// A change that can be done again.
struct ViChange: Sendable, Equatable {
  /// What was done in insert mode.
  enum Typed: Sendable, Equatable {
    case text(String)
    case command(TextEditor.Command)
  }

  /// Typing where the caret is.
  static let typing = ViChange(command: ViCommand(verb: .insert(.atCaret)))

  var command: ViCommand
  var typed: [Typed] = []

  mutating func record(_ text: String) {
    guard case .text(var before)? = typed.last else {
      typed.append(.text(text))
      return
    }
    typed.removeLast()  // leaves `before` uniquely referenced, so that it grows in place
    before += text
    typed.append(.text(before))
  }
}
