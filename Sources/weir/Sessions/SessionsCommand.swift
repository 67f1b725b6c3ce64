import ArgumentParser

/// `weir sessions`: the kept conversations, without a screen.
struct SessionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sessions",
    abstract: "List, search, show, export, import and remove kept conversations.",
    discussion: "A conversation is named by its number or by its id.",
    subcommands: [
      SessionsListCommand.self, SessionsShowCommand.self, SessionsSearchCommand.self,
      SessionsExportCommand.self, SessionsImportCommand.self, SessionsRemoveCommand.self,
      SessionsStatsCommand.self,
    ],
    defaultSubcommand: SessionsListCommand.self
  )
}
