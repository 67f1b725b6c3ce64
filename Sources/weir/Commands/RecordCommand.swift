import ArgumentParser

/// `weir record`: another command, with everything that goes over the wire kept in a file.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract:
      "Run `ask` or `compare` and keep what goes over the wire, byte for byte with its times.",
    discussion: """
      weir record -o answer.weir.jsonl -- ask -p fast "Count to five"

      The file holds the prompt and the answer, but no key. `weir replay` plays it, and \
      `weir demo serve --recording` serves it. Recordings are added at the end of a file that is there.
      """
  )

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("The file, by custom *.weir.jsonl.", valueName: "file"),
    completion: .file()
  )
  var output: String

  @Argument(parsing: .postTerminator, help: "The command: ask or compare, with its arguments.")
  var command: [String] = []

  func run() throws {
    do throws(UsageProblem) {
      guard let name = command.first, name == "ask" || name == "compare" else {
        throw UsageProblem("record what? Give a command: weir record -o FILE -- ask …")
      }
    } catch {
      StandardError.write("weir: \(error.message)")
      throw ExitStatus.usage.code
    }
    let arguments = [command[0], "--record", output] + command.dropFirst()
    var recorded = try Weir.parseAsRoot(arguments)
    try recorded.run()
  }
}
