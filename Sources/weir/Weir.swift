import ArgumentParser

/// The command line of weir.
struct Weir: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "weir",
    abstract: "A terminal workbench for language-model endpoints.",
    version: "0.1.0",
    subcommands: [
      AskCommand.self, CompareCommand.self, BenchCommand.self, ModelsCommand.self,
      ConfigCommand.self,
      PresetsCommand.self,
      ThemesCommand.self, SessionsCommand.self, VotesCommand.self, BackupCommand.self,
      DemoCommand.self, RecordCommand.self, ReplayCommand.self,
      OpenCommand.self,
    ],
    defaultSubcommand: OpenCommand.self
  )
}

extension Weir {
  /// Reads the arguments and runs the command that they name.
  ///
  /// - Returns: The exit code; what the argument parser calls 64, wrong usage, is 2 here.
  static func runCommand(_ arguments: [String]? = nil) -> Int32 {
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
      return ExitStatus.success.rawValue
    } catch {
      let message = fullMessage(for: error)
      let status = exitCode(for: error)
      if status.isSuccess, !message.isEmpty {
        return show(message)
      } else if !message.isEmpty {
        StandardError.write(message)
      }
      return status == .validationFailure ? ExitStatus.usage.rawValue : status.rawValue
    }
  }

  /// What was asked for: help, the version, a script of completions.
  private static func show(_ text: String) -> Int32 {
    do throws(StandardOutput.Closed) {
      try StandardOutput.write(text + "\n")
      return ExitStatus.success.rawValue
    } catch {
      return error.report().rawValue
    }
  }
}
