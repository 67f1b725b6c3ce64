@testable import Workbench

/// An editor with vi's keys, in normal mode, that is driven by notations.
struct ViEditor {
  private(set) var editor: TextEditor
  private(set) var outcomes: [TextEditor.ViOutcome] = []

  /// - Parameter marked: The text with a `|` before the character that the caret is on.
  init(_ marked: String) {
    editor = TextEditor(marked: marked)
    editor.use(.vi)
    _ = editor.leaveViMode()
    // Leaving insert mode goes back by a character.
    editor.caret = TextEditor(marked: marked).caret
    editor.settleCaret()
  }

  /// Types keys, each a character, save `<Esc>`, `<CR>`, `<BS>`, `<NL>`, `<C-r>`, `<Del>` and the like.
  mutating func type(_ keys: String) {
    var rest = Substring(keys)
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">"), rest.count > 2,
        let key = Key(viNotation: rest[rest.index(after: rest.startIndex)..<end])
      {
        press(key)
        rest = rest[rest.index(after: end)...]
      } else {
        press(Key(.character(first)))
        rest = rest.dropFirst()
      }
    }
  }

  /// What the prompt does with a key, without its pane.
  mutating func press(_ key: Key) {
    if let outcome = editor.takeVi(key) {
      outcomes.append(outcome)
    } else if let text = key.typedText {
      editor.insert(text)
    } else if let command = KeyMap().command(for: key, in: .prompt)?.editing {
      editor.perform(command)
    }
    editor.settleCaret()
  }

  /// The text with the caret marked, the mode where it is not normal, and the half-typed keys.
  var state: String {
    let mode = editor.vi.map { $0.mode == .normal ? "" : " \($0.mode.title)" } ?? ""
    let pending = editor.vi.map { $0.pending.isEmpty ? "" : " \($0.pending)" } ?? ""
    return editor.marked + mode + pending
  }

  /// The register, with a `$` behind it where it holds lines.
  var register: String {
    editor.vi.map { $0.register.text + ($0.register.isLinewise ? "$" : "") } ?? ""
  }
}

extension Key {
  fileprivate init?(viNotation name: Substring) {
    switch name {
    case "Esc": self.init(.escape)
    case "CR": self.init(.enter)
    case "NL": self.init(.character("j"), .control)
    case "BS": self.init(.backspace)
    case "C-r", "C-w", "C-y", "C-a", "C-_", "C-u", "Del", "Left", "Right", "Up", "Down", "Home",
      "End", "Tab", "Space":
      self.init(notation: String(name))
    default: return nil
    }
  }
}
