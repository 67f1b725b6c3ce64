import ArgumentParser

/// `weir sessions` without a subcommand: the list, for which no word that follows is taken.
struct SessionsDefaultCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "all", shouldDisplay: false)

  @Argument(help: .hidden)
  var words: [String] = []

  @OptionGroup var options: SessionsListOptions

  func validate() throws {
    guard let word = words.first else { return }
    let names = SessionsCommand.named.compactMap { $0.configuration.commandName }
    throw ValidationError(
      """
      There is no command "weir sessions \(word)"; there are \(names.joined(separator: ", ")). \
      weir sessions list \(word) lists the conversations with this word.
      """
    )
  }

  func run() throws { try options.list(words: []) }
}
