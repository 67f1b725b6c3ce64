import ArgumentParser

/// `weir sessions`: the kept conversations, without a screen.
struct SessionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sessions",
    abstract: "List, search, show, export, import and remove kept conversations.",
    discussion: "A conversation is named by its number or by its id.",
    subcommands: named + [SessionsDefaultCommand.self],
    defaultSubcommand: SessionsDefaultCommand.self
  )

  /// Those that people call by name.
  static let named: [any ParsableCommand.Type] = [
    SessionsListCommand.self, SessionsShowCommand.self, SessionsSearchCommand.self,
    SessionsExportCommand.self, SessionsImportCommand.self, SessionsRemoveCommand.self,
    SessionsStatsCommand.self,
  ]
}
