import ArgumentParser
import Conversation
import Glibc
import Reports
import Terminal
import Workbench

/// `weir replay`: answers as they came, from a file of recordings or from the archive.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Play kept answers, or a recording, as they came.",
    discussion: """
      weir replay answer.weir.jsonl
      weir replay 12 --speed 5

      Opens the workbench with the question and its answers, lanes for several, and plays them on one clock: \
      Space pauses, . and , step, 0 to 5 choose the speed, < and > seek, F4 shows what went over the wire. \
      No endpoint is asked, and of a file nothing is kept.
      """
  )

  @Argument(
    help: "A file that `weir record` wrote, or the number or id of a kept conversation.",
    completion: .file()
  )
  var source: String

  @Option(help: "How fast: 0.1 to 100 times.")
  var speed = 1.0

  @Option(
    help: ArgumentHelp(
      "Which turn of the conversation, or which prompt of the file, from 1.",
      discussion:
        "Without it, the last turn, or the file's first prompt; with --plain, all of the file.",
      valueName: "number"
    )
  )
  var turn: Int?

  @Flag(help: "Only the text, on standard output.")
  var plain = false

  @Option(help: ArgumentHelp("The theme to use; `weir themes` lists them.", valueName: "name"))
  var theme: String?

  func validate() throws {
    guard PlaySpeed(speed) != nil else {
      throw ValidationError("--speed wants a number from 0.1 to 100, and not \(speed)")
    }
    if let turn, turn < 1 { throw ValidationError("--turn counts from 1.") }
  }

  func run() throws {
    let status: ExitStatus
    do throws(UsageProblem) {
      let source = try ReplaySource(source)
      status = plain ? try PlainReplays(source, turn: turn, speed: pace).run() : try open(source)
    } catch {
      throw error.reported()
    }
    if status != .success { throw status.code }
  }

  private var pace: PlaySpeed { PlaySpeed(speed) ?? .realTime }

  private func open(_ source: ReplaySource) throws(UsageProblem) -> ExitStatus {
    var choices = WorkbenchChoices(theme: theme)
    var replay = Replay(speed: pace, turn: turn)
    switch source {
    case .conversation(.number(let number)): choices.opening = .number(number)
    case .conversation(.id(let id)): choices.opening = .conversation(id, message: nil)
    case .file(let path):
      let replies = try RecordingSource(path: path).replies
      let name = path.split(separator: "/").last.map(String.init) ?? path
      replay.file = ReplayedFile(name: name, replies, question: turn ?? 1)
      guard replay.file != nil else {
        throw UsageProblem("\(path) holds no prompt \(turn ?? 1)")
      }
    }
    guard !LinearStart.isNeeded(environment: ProcessEnvironment.variables) else {
      throw UsageProblem("there is no terminal to replay on; --plain prints the text as it came")
    }
    choices.replay = replay
    return MainActor.assumeIsolated { WorkbenchSession(choices).run() }
  }
}
