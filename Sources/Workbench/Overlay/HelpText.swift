/// The help screen's text, made from the live key map.
package enum HelpText {
  /// One line of help.
  package enum Line: Sendable, Hashable {
    case heading(String)
    case command(keys: String, title: String)
    case blank
  }

  /// Every command under the heading of its context, with the keys it has now; vi's own keys after the
  /// prompt's where the prompt is edited with them; then the slash commands.
  package static func lines(keyMap: KeyMap, editing: EditingStyle) -> [Line] {
    keys(keyMap: keyMap, editing: editing) + slashCommands
  }

  private static var slashCommands: [Line] {
    [.heading("Typed with a slash in the prompt")]
      + SlashCommand.allCases.map { .command(keys: $0.usage, title: $0.title) }
  }

  private static func keys(keyMap: KeyMap, editing: EditingStyle) -> [Line] {
    KeyContext.allCases.flatMap { context in
      let commands = lines(of: context, keyMap: keyMap)
      return context == .prompt && editing == .vi ? commands + viLines : commands
    }
  }

  private static var viLines: [Line] {
    ViKeyTable.Section.allCases.flatMap { section in
      let rows = ViKeyTable.rows.filter { $0.section == section }.map { row in
        Line.command(keys: row.keys.joined(separator: " "), title: row.title)
      }
      return [.heading("Prompt, vi: \(section.rawValue)")] + rows + [.blank]
    }
  }

  private static func lines(of context: KeyContext, keyMap: KeyMap) -> [Line] {
    let commands = CommandTable.commands.filter { $0.context == context }
    let rows = commands.map { command in
      let keys = keyMap.keys(for: command.id).map(\.notation).joined(separator: " ")
      return Line.command(keys: keys.isEmpty ? "\u{2013}" : keys, title: command.title)
    }
    return [.heading(heading(of: context, keyMap: keyMap))] + rows + [.blank]
  }

  private static func heading(of context: KeyContext, keyMap: KeyMap) -> String {
    guard context == .leader, let key = keyMap.notation(for: .leader) else { return context.title }
    return "\(context.title) \(key)"
  }
}
