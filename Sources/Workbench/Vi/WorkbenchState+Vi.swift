extension WorkbenchState {
  /// Gives a key to vi in the prompt; `nil` when it means what it means without vi.
  mutating func takeInVi(_ key: Key) -> [Effect]? {
    guard let outcome = prompt.editor.takeVi(key) else { return nil }
    if case .leftText(let lines) = outcome {
      for _ in 0..<abs(lines) { if lines < 0 { recallOlder() } else { recallNewer() } }
    }
    say(outcome)
    return []
  }

  /// Tells what vi could not do.
  mutating func say(_ outcome: TextEditor.ViOutcome) {
    guard case .notFound(let text) = outcome else { return }
    status = StatusMessage(text.isEmpty ? "nothing to search for yet" : "not found: \(text)")
  }

  /// Changes whose keys the prompt is edited with, and a system prompt that is open.
  mutating func use(_ style: EditingStyle) {
    editing = style
    prompt.editor.use(style)
    if case .systemPrompt(var editor) = overlay {
      editor.use(style)
      overlay = .systemPrompt(editor)
    }
  }
}
