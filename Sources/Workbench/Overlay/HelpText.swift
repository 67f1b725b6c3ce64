/// The help screen's text, made from the live key map.
package enum HelpText {
  /// One line of help.
  package enum Line: Sendable, Hashable {
    case heading(String)
    case command(keys: String, title: String)
    case blank
  }

  /// Every command under the heading of its context, with the keys it has now.
  package static func lines(keyMap: KeyMap) -> [Line] {
    KeyContext.allCases.flatMap { context in
      let commands = CommandTable.commands.filter { $0.context == context }
      let rows = commands.map { command in
        let keys = keyMap.keys(for: command.id).map(\.notation).joined(separator: " ")
        return Line.command(keys: keys.isEmpty ? "\u{2013}" : keys, title: command.title)
      }
      return [.heading(heading(of: context, keyMap: keyMap))] + rows + [.blank]
    }
  }

  private static func heading(of context: KeyContext, keyMap: KeyMap) -> String {
    guard context == .leader, let key = keyMap.notation(for: .leader) else { return context.title }
    return "\(context.title) \(key)"
  }
}
