import ArgumentParser

/// `weir record`: another command, with everything that goes over the wire kept in a file.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract:
      "Run `ask` or `compare` and keep what goes over the wire, byte for byte with its times; or write what is kept.",
    discussion: """
      weir record -o answer.weir.jsonl -- ask -p fast "Count to five"

      weir record -o answer.weir.jsonl --of 12

      The second writes what is kept already: the answers to the last turn of a conversation. \
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

  @Option(
    help: ArgumentHelp(
      "Write the answers of this kept conversation, by its number or id, instead of asking.",
      valueName: "conversation"
    )
  )
  var of: SessionName?

  @Option(
    help: ArgumentHelp("Which turn of it, from 1; without it, the last.", valueName: "number")
  )
  var turn: Int?

  @Argument(parsing: .postTerminator, help: "The command: ask or compare, with its arguments.")
  var command: [String] = []

  func validate() throws {
    if of != nil, !command.isEmpty {
      throw ValidationError("--of and a command exclude each other.")
    }
    if of == nil, turn != nil { throw ValidationError("--turn goes with --of.") }
  }

  func run() throws {
    if let of { return try write(of) }
    do throws(UsageProblem) {
      guard let name = command.first, name == "ask" || name == "compare" else {
        throw UsageProblem(
          "record what? Give a command: weir record -o FILE -- ask …, or what is kept: --of NUMBER"
        )
      }
    } catch {
      throw error.reported()
    }
    let arguments = [command[0], "--record", output] + command.dropFirst()
    var recorded = try Weir.parseAsRoot(arguments)
    try recorded.run()
  }
  private func write(_ conversation: SessionName) throws {
    let status: ExitStatus
    do throws(UsageProblem) {
      let answers = try KeptAnswers(of: conversation, turn: turn)
      status = try KeptRecordings(kept: answers).write(to: output)
    } catch {
      throw error.reported()
    }
    if status != .success { throw status.code }
  }
}
