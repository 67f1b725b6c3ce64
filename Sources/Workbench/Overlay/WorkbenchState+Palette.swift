import Conversation

extension WorkbenchState {
  /// Opens the list of all commands: those that were chosen here last come first.
  mutating func openPalette() {
    let recent = recentCommands.compactMap(CommandTable.command)
    let others = CommandTable.commands.filter { !recentCommands.contains($0.id) }
    let items = (recent + others).filter(\.isInPalette).map { command in
      var item = ListOverlay.Item(
        title: command.title,
        detail: keyMap.keys(for: command.id).isEmpty ? "" : keys(of: command),
        value: .command(command.id)
      )
      item.note = command.context.title.lowercased()
      item.obstacle = obstacle(to: command.id)
      let slashes = SlashCommand.allCases.filter { $0.command == command.id }
      item.aliases = [command.id.rawValue] + slashes.map { "/\($0.rawValue)" }
      return item
    }
    let prompts = savedPromptItems { "prompt: \($0)" }
    overlay = .list(ListOverlay(purpose: .command, title: "commands", items: items + prompts))
  }

  /// Opens the palette, and asks for the saved prompts where they are not known yet.
  mutating func openPaletteWithPrompts() -> [Effect] {
    openPalette()
    return savedPrompts == nil ? [.history(.listPrompts)] : []
  }

  private func keys(of command: Command) -> String {
    let leader = command.context == .leader ? (keyMap.notation(for: .leader) ?? "") + " " : ""
    return keyMap.keys(for: command.id).map { leader + $0.notation }.joined(separator: ", ")
  }

  /// Runs a command that was chosen by name, in the place where it has its meaning.
  mutating func run(_ id: CommandID) -> [Effect] {
    if let obstacle = obstacle(to: id) {
      status = StatusMessage(obstacle, role: .warning)
      return []
    }
    recentCommands = Array(([id] + recentCommands.filter { $0 != id }).prefix(Self.mostRecent))
    switch CommandTable.command(id)?.context {
    case .prompt: focus = .prompt
    case .sidebar: focus = .sidebar
    case .ruler, .inspector: focus = .conversation
    case .everywhere, .leader, .conversation, .selection, .tree, .figures, .tally,
      .conversationList,
      .overlay, nil:
      break
    }
    return perform(id)
  }

  private static var mostRecent: Int { 10 }
}

extension Command {
  /// Whether it can be chosen from the list of commands: not what acts in lists, nor the list itself.
  fileprivate var isInPalette: Bool {
    !context.isOfLists && id != .palette && id != .paletteAfterLeader
  }
}
