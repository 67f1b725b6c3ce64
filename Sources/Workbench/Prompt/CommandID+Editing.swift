extension CommandID {
  /// What the command does to a text being edited; `nil` for commands that are no editing.
  var editing: TextEditor.Command? {
    switch self {
    case .newline: .newline
    case .deleteForward, .deleteForwardOrQuit: .deleteForward
    case .deleteBackward: .deleteBackward
    case .moveLeft: .moveLeft
    case .moveRight: .moveRight
    case .moveWordLeft: .moveWordLeft
    case .moveWordRight: .moveWordRight
    case .moveLineStart: .moveToLineStart
    case .moveLineEnd: .moveToLineEnd
    case .killToLineEnd: .killToLineEnd
    case .killToLineStart: .killToLineStart
    case .killBlankWordBackward: .killBlankWordLeft
    case .killWordBackward: .killWordLeft
    case .killWordForward: .killWordRight
    case .yank: .yank
    case .yankOlder: .yankPop
    case .transpose: .transpose
    case .uppercaseWord: .uppercaseWord
    case .lowercaseWord: .lowercaseWord
    case .capitalizeWord: .capitalizeWord
    case .undo: .undo
    case .redo: .redo
    default: nil
    }
  }
}

extension TextEditor {
  /// Does what an editing command says; a command that is no editing is ignored.
  mutating func performEditing(_ command: CommandID) {
    if let editing = command.editing { perform(editing) }
  }
}
