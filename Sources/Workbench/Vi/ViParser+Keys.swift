extension ViParser {
  /// The name by which the table knows a key; `nil` for keys that are none of vi's at this moment.
  func name(of key: Key) -> String? {
    if let text = key.typedText { return text == " " ? "Space" : text }
    switch key {
    case Key(.character("r"), .control): return "^R"
    case Key(.character("j"), .control): return need == .key ? "j" : "Enter"
    case Key(.enter): return need == .key ? nil : "Enter"
    case Key(.tab): return need == .key ? nil : "Tab"
    // Alone they go by the rows of the screen, as without vi.
    case Key(.up): return isEmpty ? nil : "k"
    case Key(.down): return isEmpty ? nil : "j"
    default: break
    }
    guard key.modifiers.isEmpty else { return nil }
    switch key.code {
    case .left, .right, .home, .end, .delete, .backspace: return key.notation
    default: return nil
    }
  }
}
