import Conversation
import Typeset
import Workbench

/// What an empty lane says: what Enter will do, and what the presets at hand are.
enum WelcomeDrawing {
  static func draw(
    _ state: WorkbenchState,
    _ lane: Lane,
    _ view: Rect,
    on canvas: inout Canvas
  ) {
    let width = max(1, view.columns - WorkbenchState.textIndent - 1)
    let texts = lines(of: state, lane).map { line in
      (layout: TextLayout(line.text, widthInColumns: width), role: line.role)
    }
    let count = texts.reduce(0) { $0 + $1.layout.lineCount }
    var row = view.row + max(0, (view.rows - count) / 3)
    for text in texts {
      for line in 0..<text.layout.lineCount where row < view.endRow {
        canvas.put(
          text.layout,
          line: line,
          row: row,
          column: view.column + WorkbenchState.textIndent,
          end: view.endColumn,
          role: text.role
        )
        row += 1
      }
    }
  }

  private static func lines(
    of state: WorkbenchState,
    _ lane: Lane
  ) -> [(text: String, role: Role)] {
    let preset = lane.preset
    let keys = state.keyMap
    func key(_ id: CommandID) -> String { keys.notation(for: id) ?? "\u{2013}" }
    guard !state.hidesNames else {
      return [
        ("Whose answers are whose is hidden until you vote (\(key(.vote))).", .muted),
        ("Type a message; \(key(.send)) sends it to all lanes.", .text),
      ]
    }
    var lines: [(String, Role)] = [
      (preset.name == preset.model ? preset.name : "\(preset.name)  \(preset.model)", .assistant),
      ("at \(preset.endpoint.urlWithoutSecrets)", .muted),
      ("", .text),
    ]
    if preset.isDemo {
      lines += [
        (
          "This is a demo preset: its answers are canned text, served by weir itself over real "
            + "HTTP. No model is asked and nothing leaves this machine.", .warning
        ),
        ("`weir config init` writes a configuration for your own endpoints.", .muted),
        ("", .text),
      ]
    }
    lines += [
      ("Type a message; \(key(.send)) sends it, \(key(.newline)) makes a new line.", .text),
      (
        "\(key(.presetPicker)) picks another preset or model, \(key(.help)) shows every key.",
        .muted
      ),
    ]
    return lines
  }
}
